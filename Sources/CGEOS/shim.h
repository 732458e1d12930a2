// Only the reentrant functions, those that take a context.
#define GEOS_USE_ONLY_R_API
#include <geos_c.h>
