#ifndef METES_CGEOS_H
#define METES_CGEOS_H

// Only the reentrant functions, those that take a context.
#define GEOS_USE_ONLY_R_API
#include <geos_c.h>

#include "../loaded-library.h"

// The functions that are called, by the names and types of GEOS's header.
#define METES_GEOS_FUNCTIONS(take)                                                                                     \
    take(GEOSversion) take(GEOSArea_r) take(GEOSClipByRect_r) take(GEOSContext_setErrorMessageHandler_r)               \
    take(GEOSContext_setNoticeMessageHandler_r) take(GEOSCoordSeq_copyFromBuffer_r)                                    \
    take(GEOSCoordSeq_copyToBuffer_r) take(GEOSCoordSeq_getSize_r) take(GEOSDifferencePrec_r) take(GEOSDifference_r)   \
    take(GEOSFree_r) take(GEOSGeomGetX_r) take(GEOSGeomGetY_r) take(GEOSGeomTypeId_r)                                  \
    take(GEOSGeom_createCollection_r) take(GEOSGeom_createLineString_r) take(GEOSGeom_createLinearRing_r)              \
    take(GEOSGeom_createPolygon_r) take(GEOSGeom_destroy_r) take(GEOSGeom_getCoordSeq_r)                               \
    take(GEOSGeom_getDimensions_r) take(GEOSGetExteriorRing_r) take(GEOSGetGeometryN_r) take(GEOSGetInteriorRingN_r)   \
    take(GEOSGetNumGeometries_r) take(GEOSGetNumInteriorRings_r) take(GEOSIntersectionPrec_r)                          \
    take(GEOSIntersection_r) take(GEOSLength_r) take(GEOSMakeValidParams_create_r)                                     \
    take(GEOSMakeValidParams_destroy_r) take(GEOSMakeValidParams_setKeepCollapsed_r)                                   \
    take(GEOSMakeValidParams_setMethod_r) take(GEOSMakeValidWithParams_r) take(GEOSNode_r)                             \
    take(GEOSPointOnSurface_r) take(GEOSPolygonize_r) take(GEOSPrepare_r) take(GEOSPreparedGeom_destroy_r)             \
    take(GEOSPreparedIntersects_r) take(GEOSUnionPrec_r) take(GEOSUnion_r) take(GEOS_finish_r) take(GEOS_init_r)       \
    take(GEOSisEmpty_r) take(GEOSisValidDetail_r) take(GEOSisValid_r)

// GEOS is not linked: a short command asks nothing of it, and would wait for it and for C++ longer than for all else.
METES_LOADED_LIBRARY(GEOSFunctions, METES_GEOS_FUNCTIONS)

#endif
