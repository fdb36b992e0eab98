#include <libxml/xmlversion.h>
/* Debian's libxml2 is built with ICU, whose headers contradict those of Foundation's ICU; no declaration used needs them. */
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/xmlreader.h>
