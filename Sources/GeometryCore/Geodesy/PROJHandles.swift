import CPROJ

/// The owner of a PROJ context; a context serves one thread at a time.
final class PROJContext {
    let pointer: OpaquePointer
    let proj: PROJFunctions

    /// None where PROJ has no memory for one, or no database: without it, it knows no coordinate reference system.
    init?(_ proj: PROJFunctions) {
        guard let pointer = proj.proj_context_create() else { return nil }
        // PROJ would print its messages to standard error; its faults are read from the error number.
        _ = proj.proj_log_func(pointer, nil) { _, _, _ in }
        // Returns null where there is no proj.db.
        guard proj.proj_context_get_database_path(pointer) != nil else {
            _ = proj.proj_context_destroy(pointer)
            return nil
        }
        (self.pointer, self.proj) = (pointer, proj)
    }

    deinit { _ = proj.proj_context_destroy(pointer) }
}

/// The owner of a PJ: a coordinate reference system, a coordinate system or a transformation. It keeps its context.
final class PROJObject {
    let pointer: OpaquePointer
    let context: PROJContext

    /// Takes over what a PROJ function made: they return null where they fail.
    init?(_ pointer: OpaquePointer?, in context: PROJContext) {
        guard let pointer else { return nil }
        self.pointer = pointer
        self.context = context
    }

    deinit { _ = context.proj.proj_destroy(pointer) }

    var type: PJ_TYPE { context.proj.proj_get_type(pointer) }
}
