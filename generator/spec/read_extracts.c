/*
 * read_extracts.c - what is made beside the report: short documents, and pictures with words.
 */
#include <stdio.h>

#include "base/arena.h"
#include "spec/attributes.h"
#include "spec/read_parts.h"
#include "spec/xml.h"

static void read_extract(struct spec_reader *reader, const struct xml_node *node,
			 struct report *report)
{
	struct extract_spec extract = {
		.id = attribute_text(node, "id", ""),
		.name = attribute_text(node, "name", ""),
		.layout = attribute_word(node, "layout"),
		.reference = read_reference(node),
		.at = node->at,
	};

	extract.blocks = read_blocks_with_parts(reader, node, &extract.parts);
	report->extracts = arena_grow(reader->arena, report->extracts, report->extract_count,
				      &report->extract_capacity, sizeof(*report->extracts));
	report->extracts[report->extract_count++] = extract;
}

static void read_card(struct spec_reader *reader, const struct xml_node *node,
		      struct report *report)
{
	struct card_spec card = {
		.id = attribute_text(node, "id", ""),
		.ref = attribute_word(node, "ref"),
		.at = node->at,
	};

	/* One of the words that the vocabulary has. */
	sscanf(attribute_text(node, "size", "1200x675"), "%ux%u", &card.width, &card.height);
	card.tile = read_blocks_with_parts(reader, node, &card.parts);
	report->cards = arena_grow(reader->arena, report->cards, report->card_count,
				   &report->card_capacity, sizeof(*report->cards));
	report->cards[report->card_count++] = card;
}

void read_extracts(struct spec_reader *reader, const struct xml_node *root, struct report *report)
{
	for (const struct xml_node *node = NULL; (node = xml_child(root, "extract", node)) != NULL;)
		read_extract(reader, node, report);
	for (const struct xml_node *node = NULL; (node = xml_child(root, "card", node)) != NULL;)
		read_card(reader, node, report);
}
