#include "support/svg_tree.h"

#include <criterion/criterion.h>
#include <libxml/parser.h>

#include "base/arena.h"

/* The document must be well-formed, without a word of complaint. */
xmlDoc *svg_parse(struct made_file file)
{
	xmlDoc *document = xmlReadMemory(file.bytes, (int)file.length, "chart.svg", NULL,
					 XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);

	cr_assert_not_null(document, "not well-formed:\n%.600s", file.bytes);
	return document;
}

void svg_forget(xmlDoc *document)
{
	xmlFreeDoc(document);
	xmlCleanupParser();
}

const char *svg_attribute(struct arena *arena, const xmlNode *node, const char *name)
{
	xmlChar *value = xmlGetProp(node, (const xmlChar *)name);
	const char *copy = value == NULL ? NULL : arena_strdup(arena, (const char *)value);

	xmlFree(value);
	return copy;
}

const char *svg_contents(struct arena *arena, const xmlNode *node)
{
	xmlChar *value = xmlNodeGetContent(node);
	const char *copy = arena_strdup(arena, (const char *)value);

	xmlFree(value);
	return copy;
}

const xmlNode *svg_element(const xmlNode *node)
{
	while (node != NULL && node->type != XML_ELEMENT_NODE)
		node = node->next;
	return node;
}

/* Every element of a tree, in order. */
const xmlNode *svg_next(const xmlNode *node, const xmlNode *root)
{
	const xmlNode *child = svg_element(node->children);

	if (child != NULL)
		return child;
	while (node != root && svg_element(node->next) == NULL)
		node = node->parent;
	return node == root ? NULL : svg_element(node->next);
}
