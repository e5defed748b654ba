/*
 * svg_tree.h - a picture in SVG as a tree of elements, read by libxml2.
 */
#ifndef GRADIENT_TESTS_SVG_TREE_H
#define GRADIENT_TESTS_SVG_TREE_H

#include <libxml/tree.h>

#include "support/pages_device.h"

/* The test fails unless it is well-formed, without a word of complaint. */
xmlDoc *svg_parse(struct made_file file);
void svg_forget(xmlDoc *document);

/* NULL when it is not there. */
const char *svg_attribute(struct arena *arena, const xmlNode *node, const char *name);
const char *svg_contents(struct arena *arena, const xmlNode *node);

/* The node, or the next of its brothers that is an element. */
const xmlNode *svg_element(const xmlNode *node);

/* The element after it in the tree, in order; NULL at the end. */
const xmlNode *svg_next(const xmlNode *node, const xmlNode *root);

#endif
