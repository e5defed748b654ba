#include "spec/data_part.h"

#include <stdbool.h>
#include <string.h>

#include "base/buffer.h"
#include "base/digest.h"
#include "spec/xml.h"

static void add_text(struct buffer *out, const char *text)
{
	buffer_add(out, text, strlen(text) + 1);
}

static void add_place(struct buffer *out, struct location at)
{
	add_text(out, at.file == NULL ? "" : at.file);
	buffer_printf(out, "%u:%u\n", at.line, at.column);
}

/* Whatever holds nothing but these is words. */
static bool is_words(const struct xml_node *section)
{
	static const char *const names[] = { "meta", "body", "appendix", "extract", "card" };

	for (size_t i = 0; section->name != NULL && i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(section->name, names[i]) == 0)
			return true;
	return false;
}

/* A chart may name a file of places, which is data: messages say where. */
static bool names_data(const struct xml_node *node)
{
	return xml_attribute_value(node, "boundaries") != NULL ||
	       xml_attribute_value(node, "tiles") != NULL;
}

static void add_attributes(struct buffer *out, const struct xml_node *node, bool with_places)
{
	for (size_t i = 0; i < node->attribute_count; i++) {
		const struct xml_attribute *attribute = &node->attributes[i];

		add_text(out, attribute->name);
		add_text(out, attribute->value);
		if (with_places)
			add_place(out, attribute->at);
	}
}

/* Depth by depth: a byte that no text holds ends what is within. */
static void add_all(struct buffer *out, const struct xml_node *node)
{
	add_text(out, node->name != NULL ? node->name : node->text);
	add_place(out, node->at);
	add_attributes(out, node, true);
	for (const struct xml_node *child = node->first; child != NULL; child = child->next)
		add_all(out, child);
	buffer_add_char(out, '\1');
}

/* Among words, what is asked for counts: a breakdown that only a chart has, a map, the body of the report. */
static void add_asked_for(struct buffer *out, const struct xml_node *node)
{
	if (node->name == NULL)
		return;
	if (node->attribute_count > 0) {
		add_text(out, node->name);
		add_attributes(out, node, names_data(node));
	}
	for (const struct xml_node *child = node->first; child != NULL; child = child->next)
		add_asked_for(out, child);
}

const char *data_part_digest(struct arena *arena, const struct xml_node *root)
{
	struct buffer text;
	const char *digest;

	buffer_init(&text);
	add_attributes(&text, root, true);
	for (const struct xml_node *child = root->first; child != NULL; child = child->next) {
		if (child->name == NULL)
			continue;
		if (!is_words(child)) {
			add_all(&text, child);
			continue;
		}
		add_text(&text, child->name);
		add_attributes(&text, child, strcmp(child->name, "body") == 0);
		for (const struct xml_node *part = child->first; part != NULL; part = part->next)
			add_asked_for(&text, part);
	}
	digest = digest_hex(arena, buffer_text(&text), text.length);
	buffer_clear(&text);
	return digest;
}
