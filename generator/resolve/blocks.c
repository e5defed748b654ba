#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "resolve/resolver.h"
#include "resolve/written.h"

static void add_text(struct resolver *resolver, const struct scope *scope,
		     const struct block *block, struct node *parent, enum node_kind kind,
		     enum text_role role)
{
	struct node *node = node_new(resolver->arena, kind, block->at);

	node->role = role;
	node->language = block->language;
	node->text = resolve_running_text(resolver, scope, block->text);
	/* A paragraph whose conditions all failed leaves no gap. */
	if (node->text.count == 0)
		return;
	if (block->id[0] != '\0')
		give_anchor(resolver, node, block->id, "", "");
	node_append(parent, node);
}

enum { SPANS_MOST = 6, SPAN_MOST = 12 };

/* Widths of the children of a grid against each other, as columns of the page. */
static void set_spans(struct resolver *resolver, const struct block *block, struct node *node)
{
	unsigned *spans = arena_array(resolver->arena, SPANS_MOST, sizeof(*spans));
	const char *rest = block->widths.text;
	unsigned count = 0;

	while (*rest != '\0' && count < SPANS_MOST) {
		char *end;
		unsigned long span = strtoul(rest, &end, 10);

		if (end == rest || span == 0 || span > SPAN_MOST)
			break;
		spans[count++] = (unsigned)span;
		rest = end + strspn(end, " ");
	}
	if (*rest != '\0' || count == 0) {
		diag_add(resolver->diags, DIAG_WIDTHS, block->widths.at, block->widths.text,
			 "write up to 6 whole numbers from 1 to 12, such as \"4 2\"");
		return;
	}
	node->spans = spans;
	node->columns = count;
}

static void add_holder(struct resolver *resolver, const struct scope *scope,
		       const struct block *block, struct node *parent, enum node_kind kind,
		       unsigned columns)
{
	struct node *node = node_new(resolver->arena, kind, block->at);

	node->columns = block->columns > 0 ? block->columns : columns;
	node->ordered = block->kind == BLOCK_NUMBERS;
	node->tinted = kind == NODE_CELL && block->style.text != NULL &&
		       strcmp(block->style.text, "panel") == 0;
	if (block->widths.text != NULL)
		set_spans(resolver, block, node);
	if (block->parts.has_title)
		node->title = resolve_title(resolver, scope, &block->parts);
	resolve_blocks(resolver, scope, block->children, node);
	if (node->first != NULL || node->title.count > 0)
		node_append(parent, node);
}

static enum callout_kind callout_of(const char *kind)
{
	static const char *const kinds[] = { "action", "caution", "example", "note" };

	for (int i = 0; i < 4; i++)
		if (strcmp(kinds[i], kind) == 0)
			return (enum callout_kind)i;
	return CALLOUT_NOTE;
}

static void resolve_callout(struct resolver *resolver, const struct scope *scope,
			    const struct block *block, struct node *parent)
{
	struct node *node = node_new(resolver->arena, NODE_CALLOUT, block->at);

	node->callout = callout_of(block->style.text);
	if (block->parts.has_title)
		node->title = resolve_title(resolver, scope, &block->parts);
	resolve_blocks(resolver, scope, block->children, node);
	node_append(parent, node);
}

/* Charts side by side in the same unit share one scale, so that they can be compared. */
static void share_scales(struct resolver *resolver, struct node *grid)
{
	for (struct node *node = grid->first; node != NULL; node = node->next) {
		double low = 0, high = 0;
		bool any = false;

		for (const struct node *other = grid->first; other != NULL; other = other->next) {
			double from, to;

			if (node->plot == NULL || other->plot == NULL ||
			    node->plot->percentage != other->plot->percentage ||
			    strcmp(node->plot->axis_title, other->plot->axis_title) != 0 ||
			    node->plot->own_scale || other->plot->own_scale ||
			    !plot_extent(other->plot, &from, &to))
				continue;
			low = any && low < from ? low : from;
			high = any && high > to ? high : to;
			any = true;
		}
		if (any) {
			node->plot->has_range = true;
			node->plot->range_low = low;
			node->plot->range_high = high;
			renew_axis_note(resolver, node);
		}
	}
}

static void resolve_block(struct resolver *resolver, const struct scope *around,
			  const struct block *block, struct node *parent)
{
	struct scope scope = scope_within(around, &block->reference);
	struct placed_element *element = begin_element(resolver, &scope, block);
	const struct node *before = parent->last;
	bool technical = resolver->words.technical;

	if (block->speech.text != NULL)
		resolver->words.technical = strcmp(block->speech.text, "technical") == 0;
	if (block->language != NULL)
		scope.language = block->language;
	switch (block->kind) {
	case BLOCK_PART:
		resolve_part(resolver, &scope, block, parent);
		break;
	case BLOCK_SECTION:
	case BLOCK_APPENDIX:
		resolve_section(resolver, &scope, block, parent);
		break;
	case BLOCK_PARAGRAPH:
		add_text(resolver, &scope, block, parent, NODE_TEXT, ROLE_BODY);
		break;
	case BLOCK_LEAD:
		add_text(resolver, &scope, block, parent, NODE_TEXT, ROLE_LEAD);
		break;
	case BLOCK_FINDING:
		add_text(resolver, &scope, block, parent, NODE_TEXT, ROLE_FINDING);
		break;
	case BLOCK_ITEM:
		add_text(resolver, &scope, block, parent, NODE_ITEM, ROLE_BODY);
		break;
	case BLOCK_BULLETS:
	case BLOCK_NUMBERS:
		add_holder(resolver, &scope, block, parent, NODE_LIST, 1);
		break;
	case BLOCK_CALLOUT:
		resolve_callout(resolver, &scope, block, parent);
		break;
	case BLOCK_PANEL:
		add_holder(resolver, &scope, block, parent, NODE_PANEL, 3);
		break;
	case BLOCK_ACTIONS:
		resolve_actions(resolver, &scope, block, parent);
		break;
	case BLOCK_REVIEW:
		resolve_review(resolver, &scope, block, parent);
		break;
	case BLOCK_FRAMEWORK:
		resolve_framework(resolver, &scope, block, parent);
		break;
	case BLOCK_GOVERNANCE:
		resolve_governance(resolver, &scope, block, parent);
		break;
	case BLOCK_EQUALITY:
		resolve_equality(resolver, &scope, block, parent);
		break;
	case BLOCK_PROVISIONS:
		resolve_provisions(resolver, &scope, block, parent);
		break;
	case BLOCK_TO_WRITE:
		resolve_to_write(resolver, &scope, block, parent);
		break;
	case BLOCK_DEFINITION:
		resolve_definition(resolver, &scope, block, parent);
		break;
	case BLOCK_GRID:
		add_holder(resolver, &scope, block, parent, NODE_GRID, 2);
		if (parent->last != NULL && parent->last->kind == NODE_GRID)
			share_scales(resolver, parent->last);
		break;
	case BLOCK_CELL:
		add_holder(resolver, &scope, block, parent, NODE_CELL, 1);
		break;
	case BLOCK_TILES:
		add_holder(resolver, &scope, block, parent, NODE_TILES, 3);
		break;
	case BLOCK_TILE:
		resolve_tile(resolver, around, block, parent);
		break;
	case BLOCK_CHART:
		resolve_chart(resolver, around, block, parent);
		break;
	case BLOCK_TABLE:
		resolve_table(resolver, around, block, parent);
		break;
	case BLOCK_TEXT_TABLE:
		resolve_text_table(resolver, around, block, parent);
		break;
	case BLOCK_CONTENTS: {
		struct node *node = node_new(resolver->arena, NODE_CONTENTS, block->at);

		node->level = block->depth > 0 ? block->depth : 1;
		node->local =
			block->style.text != NULL && strcmp(block->style.text, "section") == 0;
		node->title =
			plain_text(resolver, word_of(resolver, node->local ? STRING_CONTENTS_LOCAL
									   : STRING_CONTENTS));
		give_anchor(resolver, node, "", "contents", "");
		node_append(parent, node);
		break;
	}
	case BLOCK_METHODS:
		resolve_methods(resolver, block, parent);
		break;
	case BLOCK_CHANGES:
		resolve_changes(resolver, &scope, block, parent);
		break;
	case BLOCK_COVERAGE:
		resolve_coverage(resolver, block, parent);
		break;
	case BLOCK_DATA_QUALITY:
		resolve_data_quality(resolver, around, block, parent);
		break;
	case BLOCK_SOURCES:
		resolve_sources(resolver, &scope, block, parent);
		break;
	case BLOCK_GLOSSARY:
		resolve_glossary(resolver, &scope, block, parent);
		break;
	case BLOCK_COMMENTARY:
		resolve_commentary(resolver, around, block, parent);
		break;
	case BLOCK_KEY_FINDINGS:
		resolve_key_findings(resolver, around, block, parent);
		break;
	case BLOCK_PAGE_BREAK:
		node_append(parent, node_new(resolver->arena, NODE_PAGE_BREAK, block->at));
		break;
	case BLOCK_COVER:
		resolve_cover(resolver, &scope, block);
		break;
	case BLOCK_FOR_EACH:
		resolve_loop(resolver, &scope, block, parent);
		break;
	case BLOCK_IF:
		if (test_holds(resolver, around, block->test, block->at))
			resolve_blocks(resolver, &scope, block->children, parent);
		break;
	case BLOCK_CHOOSE:
		resolve_choice(resolver, &scope, block, parent);
		break;
	case BLOCK_ROW:
		resolve_text_row(resolver, around, block);
		break;
	case BLOCK_SHOW:
		resolve_show(resolver, block, parent);
		break;
	case BLOCK_HEAD_LINE:
	case BLOCK_COLUMN:
	case BLOCK_TARGET:
	case BLOCK_LAYER:
	case BLOCK_ANNOTATION:
	case BLOCK_ACTION:
	case BLOCK_DECISION:
	case BLOCK_RESULT:
	case BLOCK_NEXT_STEP:
	case BLOCK_NO_ACTION:
	case BLOCK_VIEW:
	case BLOCK_EVIDENCE:
	case BLOCK_REASON:
	case BLOCK_AREA:
	case BLOCK_STEP:
	case BLOCK_ENTRY:
	case BLOCK_WHEN:
	case BLOCK_OTHERWISE:
		break; /* read with the element around them */
	}
	resolver->words.technical = technical;
	end_element(resolver, element, parent);
	element->made = before == NULL ? parent->first : before->next;
}

void resolve_blocks(struct resolver *resolver, const struct scope *scope,
		    const struct block *blocks, struct node *parent)
{
	for (const struct block *block = blocks; block != NULL; block = block->next)
		resolve_block(resolver, scope, block, parent);
}
