#ifndef METES_CPROJ_H
#define METES_CPROJ_H

#include <dlfcn.h>
#include <geodesic.h>
#include <proj.h>
#include <stdbool.h>

// The functions that are called, by the names and types of PROJ's headers.
#define METES_PROJ_FUNCTIONS(take)                                                                                     \
    take(proj_info) take(proj_context_create) take(proj_context_destroy) take(proj_log_func)                           \
    take(proj_context_get_database_path) take(proj_context_errno_string) take(proj_create) take(proj_destroy)          \
    take(proj_get_type) take(proj_create_crs_to_crs_from_pj) take(proj_normalize_for_visualization)                    \
    take(proj_crs_get_coordinate_system) take(proj_cs_get_axis_info) take(proj_crs_get_sub_crs)                        \
    take(proj_get_source_crs) take(proj_trans) take(proj_trans_generic) take(proj_errno) take(proj_errno_reset)        \
    take(geod_init) take(geod_inverse) take(geod_polygon_init) take(geod_polygon_addpoint) take(geod_polygon_compute)

// PROJ is not linked: the libraries that it stands on take longer to load than all that a short command does.
#define METES_PROJ_MEMBER(name) __typeof__(name) *_Nonnull name;
struct PROJFunctions {
    METES_PROJ_FUNCTIONS(METES_PROJ_MEMBER)
};

// Fills in the functions from a library of that name; without a name from the program and what it is linked with. False where
// there is no such library, or it lacks one of them.
static inline bool PROJFunctionsLoad(struct PROJFunctions *_Nonnull functions, const char *_Nullable name) {
    void *library = dlopen(name, RTLD_LAZY | RTLD_LOCAL);
    if (!library) return false;
#define METES_PROJ_FIND(name)                                                                                          \
    {                                                                                                                  \
        void *found = dlsym(library, #name);                                                                           \
        if (!found) return false;                                                                                      \
        functions->name = (__typeof__(name) *)found;                                                                   \
    }
    METES_PROJ_FUNCTIONS(METES_PROJ_FIND)
    return true;
}

#endif
