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

static const char *digest_of(struct arena *arena, struct buffer *text)
{
	const char *digest = digest_hex(arena, buffer_text(text), text->length);

	buffer_clear(text);
	return digest;
}

const char *data_source_digest(struct arena *arena, const struct xml_node *source)
{
	struct buffer text;

	buffer_init(&text);
	add_all(&text, source);
	return digest_of(arena, &text);
}

/* What is said of bodies is looked at when all sources are read. */
static bool is_for_reading(const struct xml_node *part)
{
	static const char *const later[] = { "source", "organisation", "peers", "earlier" };

	for (size_t i = 0; i < sizeof(later) / sizeof(later[0]); i++)
		if (part->name == NULL || strcmp(part->name, later[i]) == 0)
			return false;
	return true;
}

const char *data_base_digest(struct arena *arena, const struct xml_node *root)
{
	struct buffer text;

	buffer_init(&text);
	add_attributes(&text, root, true);
	for (const struct xml_node *child = root->first; child != NULL; child = child->next) {
		if (child->name == NULL || is_words(child))
			continue;
		if (strcmp(child->name, "data") != 0) {
			add_all(&text, child);
			continue;
		}
		add_attributes(&text, child, true);
		for (const struct xml_node *part = child->first; part != NULL; part = part->next)
			if (is_for_reading(part))
				add_all(&text, part);
	}
	return digest_of(arena, &text);
}

const char *data_part_digest(struct arena *arena, const struct xml_node *root)
{
	struct buffer text;

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
	return digest_of(arena, &text);
}
