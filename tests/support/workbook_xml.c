#include "support/workbook_xml.h"

#include <criterion/criterion.h>
#include <libxml/parser.h>
#include <string.h>

#include "base/arena.h"

xmlDocPtr part_of(const char *text, const char *what)
{
	xmlDocPtr document;

	cr_assert_not_null(text, "no %s", what);
	document = xmlReadMemory(text, (int)strlen(text), what, NULL,
				 XML_PARSE_NONET | XML_PARSE_HUGE);
	cr_assert_not_null(document, "%s is not well-formed", what);
	return document;
}

static bool is_called(xmlNodePtr node, const char *name)
{
	return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

struct found {
	struct arena *arena;
	const char *name;
	xmlNodePtr *items;
	size_t count, capacity;
};

static void find_below(struct found *found, xmlNodePtr node)
{
	for (xmlNodePtr child = node->children; child != NULL; child = child->next) {
		if (is_called(child, found->name)) {
			found->items = arena_grow(found->arena, found->items, found->count,
						  &found->capacity, sizeof(xmlNodePtr));
			found->items[found->count++] = child;
		}
		find_below(found, child);
	}
}

xmlNodePtr *part_find(struct arena *arena, xmlNodePtr node, const char *name, size_t *count)
{
	struct found found = { .arena = arena, .name = name };

	find_below(&found, node);
	*count = found.count;
	return found.items;
}

xmlNodePtr part_first(struct arena *arena, xmlNodePtr node, const char *name)
{
	size_t count;
	xmlNodePtr *found = part_find(arena, node, name, &count);

	return count == 0 ? NULL : found[0];
}

const char *part_attribute(struct arena *arena, xmlNodePtr node, const char *name)
{
	const char *copy = "";

	for (xmlAttrPtr at = node->properties; at != NULL; at = at->next)
		if (strcmp((const char *)at->name, name) == 0) {
			xmlChar *text = xmlNodeGetContent((xmlNodePtr)at);

			copy = arena_printf(arena, "%s", (const char *)text);
			xmlFree(text);
		}
	return copy;
}

const char *part_words(struct arena *arena, xmlNodePtr node)
{
	xmlChar *text = node == NULL ? NULL : xmlNodeGetContent(node);
	const char *copy = text == NULL ? "" : arena_printf(arena, "%s", (const char *)text);

	xmlFree(text);
	return copy;
}
