extension String {
    /// The text on one line: what would break a message or turn its direction becomes `?`.
    package var onOneLine: String {
        guard unicodeScalars.contains(where: \.breaksLine) else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.map { $0.breaksLine ? "?" : $0 }))
    }
}

extension Unicode.Scalar {
    fileprivate var breaksLine: Bool {
        guard value >= 0x7F else { return value < 0x20 }
        return switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        // Marks that turn the direction of what follows (Unicode TR 9), and the mark of byte order.
        case .format: properties.isBidiControl || value == 0xFEFF
        default: false
        }
    }
}
