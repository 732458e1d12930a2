/// Why a file was not read.
public enum FileProblem: Error, Hashable, Sendable {
    /// There is no such file.
    case missing
    /// The path leads to a directory.
    case directory
    /// The system does not let it be read.
    case refused
    /// The contents are not UTF-8 text.
    case notText
    /// The file passes what is read at once.
    case tooLarge(bytes: Int)
}
