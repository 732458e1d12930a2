#include <libxml/xmlversion.h>
// The headers of ICU, which encoding.h would include, clash with those of Foundation.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>

// xmlFree is a variable, which Swift takes for shared mutable state.
static inline void freeXMLString(xmlChar *string) { xmlFree(string); }
