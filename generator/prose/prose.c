#include "prose/prose.h"

#include <string.h>

#include "base/buffer.h"
#include "prose/prose_parts.h"

static bool is_english(const char *language)
{
	return strncmp(language, "en", 2) == 0 && (language[2] == '\0' || language[2] == '-');
}

/* -- texts -------------------------------------------------------------------------------------- */

static void check_text(const struct prose_inputs *inputs, const struct inline_part *text,
		       const char *accept);

/* Footnotes are texts of their own. */
static void check_notes(const struct prose_inputs *inputs, const struct inline_part *part,
			const char *accept)
{
	for (; part != NULL; part = part->next) {
		if (part->kind == INLINE_NOTE)
			check_text(inputs, part->children, accept);
		else
			check_notes(inputs, part->children, accept);
	}
}

static void check_text(const struct prose_inputs *inputs, const struct inline_part *text,
		       const char *accept)
{
	struct passage passage;

	if (text == NULL)
		return;
	passage = passage_of(inputs->arena, text);
	if (passage.piece_count > 0) {
		check_words(inputs, &passage, accept);
		check_numbers(inputs, &passage);
	}
	check_notes(inputs, text, accept);
}

static void check_parts(const struct prose_inputs *inputs, const struct block *block,
			const char *accept)
{
	const struct figure_parts *parts = &block->parts;

	check_text(inputs, parts->title, accept);
	check_text(inputs, parts->subtitle, accept);
	check_text(inputs, parts->long_description, accept);
	check_text(inputs, parts->note, accept);
	check_text(inputs, parts->alt, accept);
	if (parts->alt != NULL) {
		const struct passage passage = passage_of(inputs->arena, parts->alt);

		if (passage.piece_count > 0)
			check_alternative(inputs, &passage, block);
	}
}

/* What an element accepts its children accept as well. */
static void check_blocks(const struct prose_inputs *inputs, const struct block *block,
			 const char *accept)
{
	for (; block != NULL; block = block->next) {
		const char *accepts = block->accept.text != NULL ? block->accept.text : accept;

		if (block->language != NULL && !is_english(block->language))
			continue;
		check_text(inputs, block->text, accepts);
		check_parts(inputs, block, accepts);
		check_blocks(inputs, block->children, accepts);
	}
}

/* -- sentences ---------------------------------------------------------------------------------- */

static bool is_text_of_author(const struct block *block)
{
	return block->text != NULL && block->kind != BLOCK_TO_WRITE;
}

/*
 * As resolved, without what conditions leave out. A name, interval or sentence that the program
 * words counts as one word: the author's sentence is no longer for a body with a long name.
 */
static const char *text_of_author(struct arena *arena, const struct text *text)
{
	static const char no_break[] = "\xc2\xa0";
	struct buffer out;

	buffer_init(&out);
	for (size_t i = 0; i < text->count; i++) {
		const struct text_run *run = text->runs[i];

		for (const char *at = run->text; *at != '\0'; at++)
			if (*at == ' ' && run->filled_in)
				buffer_add_text(&out, no_break);
			else
				buffer_add_char(&out, *at);
	}
	return buffer_finish(&out, arena);
}

static void check_lengths(const struct prose_inputs *inputs)
{
	const struct document *document = inputs->document;

	for (size_t i = 0; i < document->element_count; i++) {
		const struct placed_element *element = document->elements[i];
		const struct node *node = element->node;

		if (node != NULL && is_text_of_author(element->block) &&
		    (node->language == NULL || is_english(node->language)) &&
		    (node->kind == NODE_TEXT || node->kind == NODE_ITEM))
			check_sentences(inputs, text_of_author(inputs->arena, &node->text),
					element->block->at);
	}
}

void prose_check(const struct prose_inputs *inputs)
{
	if (!is_english(inputs->report->language))
		return;
	check_blocks(inputs, inputs->report->blocks, "");
	check_lengths(inputs);
}
