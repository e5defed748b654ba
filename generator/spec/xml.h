/*
 * xml.h - an XML file as a small tree of elements and text that knows where everything stands.
 *
 * Purpose:   libxml2 reports no columns and no place of an attribute's value; this module parses with
 *            its SAX2 interface and keeps the place of every tag, attribute value and text.
 * Ownership: the tree is not changed once includes are in place. Its words, and what is said of it, live in one
 *            arena; nodes and attributes in another one, which may end when all has been read from them.
 * Limits:    no document type, no entities but the five of XML, no network; depth and size limited.
 */
#ifndef GRADIENT_SPEC_XML_H
#define GRADIENT_SPEC_XML_H

#include <stddef.h>

#include "base/location.h"

struct arena;
struct diag_list;
struct source;

enum { XML_DEPTH_MOST = 60, XML_SIZE_MOST_MIB = 32 };

struct xml_attribute {
	const char *name; /* "xml:lang" and the like with their prefix, others must have none */
	const char *value;
	struct location at; /* of the value's first character */
};

struct xml_node {
	const char *name; /* of an element; NULL for text */
	const char *text; /* of text, as written; NULL for an element */
	struct location at;
	struct xml_attribute *attributes;
	size_t attribute_count;
	struct xml_node *parent, *first, *last, *next;
};

/*
 * Parses a source; elements must be in the namespace, else a diagnostic at the first that is not.
 * Returns the root element, or NULL after a diagnostic.
 */
struct xml_node *xml_parse(struct arena *arena, struct arena *nodes, struct source *source,
			   const char *namespace, struct diag_list *diags);

/* NULL when the attribute is not written. */
const struct xml_attribute *xml_attribute(const struct xml_node *node, const char *name);
const char *xml_attribute_value(const struct xml_node *node, const char *name);

/* The first child element of that name after child (NULL: from the first); NULL when there is none. */
struct xml_node *xml_child(const struct xml_node *node, const char *name,
			   const struct xml_node *after);

/* All text in the element and below, white space folded and trimmed. */
char *xml_text(struct arena *arena, const struct xml_node *node);

/* The version of libxml2 in use. */
const char *xml_library_version(void);

#endif
