using System.ComponentModel;

namespace MoniGo.Weaving;

/// <summary>Marks a generated decorator, which times its calls itself; not for use by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IWovenDecorator;
