#ifndef METES_CPROJ_H
#define METES_CPROJ_H

#include <geodesic.h>
#include <proj.h>

#include "../loaded-library.h"

// The functions that are called, by the names and types of PROJ's headers.
#define METES_PROJ_FUNCTIONS(take)                                                                                     \
    take(proj_info) take(proj_context_create) take(proj_context_destroy) take(proj_log_func)                           \
    take(proj_context_get_database_path) take(proj_context_errno_string) take(proj_create) take(proj_destroy)          \
    take(proj_get_type) take(proj_create_crs_to_crs_from_pj) take(proj_normalize_for_visualization)                    \
    take(proj_crs_get_coordinate_system) take(proj_cs_get_axis_info) take(proj_crs_get_sub_crs)                        \
    take(proj_get_source_crs) take(proj_trans) take(proj_trans_generic) take(proj_errno) take(proj_errno_reset)        \
    take(geod_init) take(geod_inverse) take(geod_polygon_init) take(geod_polygon_addpoint) take(geod_polygon_compute)

// PROJ is not linked: the libraries that it stands on take longer to load than all that a short command does.
METES_LOADED_LIBRARY(PROJFunctions, METES_PROJ_FUNCTIONS)

#endif
