/*
 * governance.c - who answers for the information, and where the equality duties are answered.
 */
#include "base/arena.h"
#include "resolve/written.h"

static void add_cell(struct resolver *resolver, struct node *panel, enum string_id title,
		     const struct word *word, enum string_id what)
{
	struct node *cell = node_new(resolver->arena, NODE_CELL, panel->at);
	struct node *text = node_new(resolver->arena, NODE_TEXT, panel->at);
	const struct word written = { .text = word_is_empty(word) ? NULL
								  : written_date(resolver, word),
				      .at = word->at };

	cell->title = plain_text(resolver, word_of(resolver, title));
	text->role = ROLE_PANEL_TEXT;
	add_word_or_gap(resolver, &text->text, &written,
			&(struct written_gap){ .what = what, .about = "", .at = panel->at });
	node_append(cell, text);
	node_append(panel, cell);
}

void resolve_governance(struct resolver *resolver, const struct scope *scope,
			const struct block *block, struct node *parent)
{
	struct node *panel = node_new(resolver->arena, NODE_PANEL, block->at);

	panel->columns = 3;
	add_cell(resolver, panel, STRING_EXECUTIVE_LEAD, &block->lead, STRING_GAP_LEAD);
	add_cell(resolver, panel, STRING_COMMITTEE, &block->committee, STRING_GAP_COMMITTEE);
	add_cell(resolver, panel, STRING_RECEIVED_ON, &block->received, STRING_GAP_RECEIVED);
	node_append(parent, panel);
	resolve_blocks(resolver, scope, block->children, parent);
}

void resolve_equality(struct resolver *resolver, const struct scope *scope,
		      const struct block *block, struct node *parent)
{
	const struct written_gap gap = { .what = STRING_GAP_EQUALITY,
					 .about = "",
					 .at = block->at };
	struct node *text = node_new(resolver->arena, NODE_TEXT, block->at);
	struct node *link = node_new(resolver->arena, NODE_TEXT, block->at);

	text->role = link->role = ROLE_BODY;
	text->language = block->language;
	add_written(resolver, scope, &text->text, "", block, &gap);
	text_add(resolver->arena, &link->text, word_of(resolver, STRING_EQUALITY_LINK))->strong =
		true;
	append_words(resolver, &link->text, " ");
	if (word_is_empty(&block->to))
		add_author_gap(resolver, &link->text, block->at, "",
			       word_of(resolver, STRING_GAP_EQUALITY_LINK));
	else
		text_add(resolver->arena, &link->text, block->to.text)->href = block->to.text;
	node_append(parent, text);
	node_append(parent, link);
}
