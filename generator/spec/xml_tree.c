/*
 * xml_tree.c - ways through a tree that xml.c has read.
 */
#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "spec/xml.h"

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

const struct xml_attribute *xml_attribute(const struct xml_node *node, const char *name)
{
	for (size_t i = 0; i < node->attribute_count; i++)
		if (strcmp(node->attributes[i].name, name) == 0)
			return &node->attributes[i];
	return NULL;
}

const char *xml_attribute_value(const struct xml_node *node, const char *name)
{
	const struct xml_attribute *attribute = xml_attribute(node, name);

	return attribute == NULL ? NULL : attribute->value;
}

struct xml_node *xml_child(const struct xml_node *node, const char *name,
			   const struct xml_node *after)
{
	struct xml_node *child = after == NULL ? node->first : after->next;

	while (child != NULL && (child->name == NULL || strcmp(child->name, name) != 0))
		child = child->next;
	return child;
}

static void add_text(struct buffer *buffer, const struct xml_node *node)
{
	for (const struct xml_node *child = node->first; child != NULL; child = child->next) {
		if (child->name != NULL)
			add_text(buffer, child);
		for (const char *c = child->text; c != NULL && *c != '\0'; c++) {
			bool space = is_space(*c);

			if (!space)
				buffer_add_char(buffer, *c);
			else if (buffer->length > 0 && buffer->bytes[buffer->length - 1] != ' ')
				buffer_add_char(buffer, ' ');
		}
	}
}

char *xml_text(struct arena *arena, const struct xml_node *node)
{
	struct buffer buffer;
	char *text;
	size_t length;

	buffer_init(&buffer);
	add_text(&buffer, node);
	text = buffer_finish(&buffer, arena);
	length = strlen(text);
	if (length > 0 && text[length - 1] == ' ')
		text[length - 1] = '\0';
	return text;
}
