import Foundation
import Reporting
import Territory

/// Where warnings and errors go.
enum StandardError {
    static func write(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }

    static func warn(_ warnings: [Warning], _ style: NumberStyle) {
        var told: Set<Warning> = []
        for warning in warnings where told.insert(warning).inserted { write("warning: \(warning.words(style))") }
    }
}
