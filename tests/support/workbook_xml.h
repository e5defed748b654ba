/*
 * workbook_xml.h - XML looked at by XPath without namespaces; for workbook_read*.c alone.
 */
#ifndef GRADIENT_TESTS_WORKBOOK_XML_H
#define GRADIENT_TESTS_WORKBOOK_XML_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

struct arena;

/* Of well-formed XML; fails the test otherwise. The caller frees it. */
xmlDocPtr part_of(const char *text, const char *what);

/* Elements below node, at any depth, of a local name, in their order. */
xmlNodePtr *part_find(struct arena *arena, xmlNodePtr node, const char *name, size_t *count);

/* The first of them; NULL when there is none. */
xmlNodePtr part_first(struct arena *arena, xmlNodePtr node, const char *name);

/* Without regard to the namespace; "" when there is none. */
const char *part_attribute(struct arena *arena, xmlNodePtr node, const char *name);

/* Words of the element; "" of NULL. */
const char *part_words(struct arena *arena, xmlNodePtr node);

#endif
