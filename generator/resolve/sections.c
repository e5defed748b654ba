#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "document/heading.h"
#include "resolve/inline_parts.h"
#include "resolve/written.h"

/* The title of the document is the heading above them, and there are six levels of headings. */
enum { SECTION_DEPTH_MOST = HEADING_LEVEL_MOST - HEADING_LEVEL_TITLE };

static bool is_page_break(const struct word *word)
{
	return word->text != NULL && strcmp(word->text, "page") == 0;
}

static enum section_kind kind_of(const struct block *block)
{
	const char *kind = block->style.text;

	if (block->kind == BLOCK_APPENDIX)
		return SECTION_APPENDIX;
	if (kind == NULL || strcmp(kind, "plain") == 0)
		return SECTION_PLAIN;
	return strcmp(kind, "domain") == 0 ? SECTION_DOMAIN : SECTION_INDICATOR;
}

/* "5.1"; of appendices and what is in them "A", "A.1". */
static const char *section_number(struct resolver *resolver)
{
	const char *number = "";

	for (unsigned level = 1; level <= resolver->level; level++) {
		const char *part =
			level == 1 && resolver->in_appendix
				? arena_printf(resolver->arena, "%c",
					       (char)('A' + (resolver->appendices - 1) % 26))
				: arena_printf(resolver->arena, "%u", resolver->numbers[level]);

		number = arena_printf(resolver->arena, "%s%s%s", number, level == 1 ? "" : ".",
				      part);
	}
	return number;
}

static bool parents_are_numbered(const struct resolver *resolver)
{
	for (unsigned level = 1; level < resolver->level; level++)
		if (resolver->numbers[level] == 0)
			return false;
	return true;
}

static void number_section(struct resolver *resolver, const struct block *block, struct node *node)
{
	static const enum string_id labels[] = {
		[SECTION_PLAIN] = STRING_SECTION,
		[SECTION_DOMAIN] = STRING_SECTION,
		[SECTION_INDICATOR] = STRING_INDICATOR,
		[SECTION_APPENDIX] = STRING_APPENDIX,
	};

	if (node->section == SECTION_APPENDIX) {
		resolver->in_appendix = true;
		resolver->appendices++;
		resolver->numbers[1] = 1;
	} else if (!block->numbered || resolver->base != NULL || !parents_are_numbered(resolver)) {
		resolver->unnumbered[resolver->level] = true;
		return;
	} else {
		resolver->numbers[resolver->level]++;
	}
	resolver->unnumbered[resolver->level] = false;
	for (unsigned level = 1; level < resolver->level; level++)
		if (resolver->unnumbered[level])
			return;
	node->number = section_number(resolver);
	node->label = words_fill(&resolver->words, labels[node->section],
				 (struct placeholder[]){ { "n", node->number }, { 0 } });
}

void resolve_section(struct resolver *resolver, const struct scope *scope,
		     const struct block *block, struct node *parent)
{
	struct node *node = node_new(resolver->arena, NODE_SECTION, block->at);

	if (resolver->level == SECTION_DEPTH_MOST) {
		diag_add(resolver->diags, DIAG_HEADING_SKIPPED, block->at, block->id, NULL);
		return;
	}
	resolver->level++;
	if (resolver->level == 1) {
		resolver->said_confidence = false;
		resolver->said_adjusted = false;
		resolver->said_indirect = false;
		abbreviations_begin(resolver);
		memset(resolver->said_reasons, 0, sizeof(resolver->said_reasons));
	}
	if (resolver->level < sizeof(resolver->numbers) / sizeof(resolver->numbers[0]) - 1)
		resolver->numbers[resolver->level + 1] = 0;
	node->section = kind_of(block);
	node->level = resolver->level;
	node->part = resolver->part;
	node->language = block->language;
	node->new_page = is_page_break(&block->break_before);
	node->landscape = block->orientation.text != NULL &&
			  strcmp(block->orientation.text, "landscape") == 0;
	number_section(resolver, block, node);
	node->title = resolve_title(resolver, scope, &block->parts);
	give_anchor(resolver, node, block->id, "section", node->number);
	note_section_place(resolver, scope, block, node);
	node_append(parent, node);
	resolve_blocks(resolver, scope, block->children, node);
	resolver->level--;
}

void resolve_part(struct resolver *resolver, const struct scope *scope, const struct block *block,
		  struct node *parent)
{
	struct node *node = node_new(resolver->arena, NODE_PART, block->at);
	const char *before = resolver->part;

	node->title = resolve_title(resolver, scope, &block->parts);
	give_anchor(resolver, node, block->id, "part", "");
	resolver->part = text_plain(resolver->arena, &node->title);
	node_append(parent, node);
	resolve_blocks(resolver, scope, block->children, node);
	resolver->part = before;
}
