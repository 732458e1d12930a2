import CGEOS

/// Owns a GEOS context: one for each thread of work, and so not `Sendable`.
final class GEOSContext {
    let handle: GEOSContextHandle_t?
    let geos: GEOSFunctions
    private let messages = MessageBox()

    /// - Throws: ``GeometryError/missingGEOS``.
    init() throws(GeometryError) {
        guard let geos = GEOSLibrary.functions else { throw .missingGEOS }
        self.geos = geos
        // Null only where there is no memory left.
        handle = geos.GEOS_init_r()
        // The box outlives the handle: both end with this object, the handle first.
        _ = geos.GEOSContext_setErrorMessageHandler_r(
            handle,
            { message, box in
                guard let message, let box else { return }
                Unmanaged<MessageBox>.fromOpaque(box).takeUnretainedValue().last = String(cString: message)
            },
            Unmanaged.passUnretained(messages).toOpaque())
        // Without a handler GEOS prints its notices to standard error.
        _ = geos.GEOSContext_setNoticeMessageHandler_r(handle, { _, _ in }, nil)
    }

    deinit { geos.GEOS_finish_r(handle) }

    /// What GEOS said of its last failure.
    func failure(of operation: String) -> GeometryError {
        defer { messages.last = nil }
        return .geos(operation: operation, message: messages.last ?? "no reason given")
    }

    private final class MessageBox {
        var last: String?
    }
}
