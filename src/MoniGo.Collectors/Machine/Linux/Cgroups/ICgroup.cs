namespace MoniGo.Collectors;

/// <summary>Reads a control group, whichever version the kernel has.</summary>
internal interface ICgroup
{
    /// <summary>Reads it now.</summary>
    CgroupReading Read();
}
