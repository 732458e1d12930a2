import CGEOS

/// Owns a GEOS context: one for each thread of work, and so not `Sendable`.
final class GEOSContext {
    let handle: GEOSContextHandle_t
    private let messages = MessageBox()

    init() {
        // Null only where there is no memory left.
        handle = GEOS_init_r()
        // The box outlives the handle: both end with this object, the handle first.
        _ = GEOSContext_setErrorMessageHandler_r(
            handle,
            { message, box in
                guard let message, let box else { return }
                Unmanaged<MessageBox>.fromOpaque(box).takeUnretainedValue().last = String(cString: message)
            },
            Unmanaged.passUnretained(messages).toOpaque())
        // Without a handler GEOS prints its notices to standard error.
        _ = GEOSContext_setNoticeMessageHandler_r(handle, { _, _ in }, nil)
    }

    deinit { GEOS_finish_r(handle) }

    /// What GEOS said of its last failure.
    func failure(of operation: String) -> GeometryError {
        defer { messages.last = nil }
        return .geos(operation: operation, message: messages.last ?? "no reason given")
    }

    private final class MessageBox {
        var last: String?
    }
}
