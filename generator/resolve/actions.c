/*
 * actions.c - what was done because of the figures: actions, or why there was none.
 */
#include "base/arena.h"
#include "resolve/written.h"

enum { ACTION, OWNER, STATE, COLUMNS };

/* Decision, action, result, next step: each that is written on lines of its own. */
static void add_parts(struct resolver *resolver, const struct scope *scope, struct text *text,
		      const struct block *action)
{
	const struct block *decision = written_child(action, BLOCK_DECISION);
	struct text own = resolve_inline(resolver, scope, action->text);
	bool says = !text_says_nothing(resolver, &own);

	if (decision != NULL)
		add_written(resolver, scope, text, word_of(resolver, STRING_LEAD_DECISION),
			    decision,
			    &(struct written_gap){ .what = STRING_GAP_ACTION, .about = "" });
	if (says) {
		begin_line(resolver, text);
		append_text(resolver, text, &own);
	}
	for (const struct block *part = action->children; part != NULL; part = part->next) {
		bool step = part->kind == BLOCK_NEXT_STEP;

		if (part->kind == BLOCK_DECISION)
			continue;
		add_written(resolver, scope, text,
			    word_of(resolver, step ? STRING_LEAD_NEXT_STEP : STRING_LEAD_RESULT),
			    part,
			    &(struct written_gap){ .what = step ? STRING_GAP_NEXT_STEP
								: STRING_GAP_RESULT,
						   .about = "" });
		if (step)
			add_owner_and_date(resolver, text, part, "");
	}
	/* A result or a next step alone does not say what was done. */
	if (decision == NULL && !says) {
		begin_line(resolver, text);
		add_author_gap(resolver, text, action->at, "",
			       word_of(resolver, STRING_GAP_ACTION));
	}
}

static void add_state(struct resolver *resolver, struct text *text, const struct block *action)
{
	const struct written_gap gap = { .what = STRING_GAP_STATE, .about = "", .at = action->at };
	struct word date = action->date;

	if (word_is_empty(&date)) {
		add_word_or_gap(resolver, text, &action->state, &gap);
		return;
	}
	if (!word_is_empty(&action->state))
		append_words(resolver, text,
			     arena_printf(resolver->arena, "%s, ", action->state.text));
	append_words(resolver, text, written_date(resolver, &date));
}

static struct table *table_of(struct resolver *resolver, const struct scope *scope,
			      const struct block *block)
{
	static const enum string_id headings[] = { STRING_ACTION, STRING_OWNER,
						   STRING_DATE_AND_STATE };
	static const double weights[] = { 5, 3, 3 };
	struct table *table = written_table(resolver, headings, weights, COLUMNS);
	bool parts = false;

	table->open = false;
	table->boxed = true;
	for (const struct block *action = block->children; action != NULL; action = action->next) {
		struct scope within = scope_within(scope, &action->reference);
		const struct written_gap gap = { .what = STRING_GAP_OWNER,
						 .about = "",
						 .at = action->at };
		struct table_cell *cells;

		if (action->kind != BLOCK_ACTION)
			continue;
		parts = parts || action->children != NULL;
		cells = written_row(resolver, table);
		add_parts(resolver, &within, &cells[ACTION].text, action);
		add_word_or_gap(resolver, &cells[OWNER].text, &action->owner, &gap);
		add_state(resolver, &cells[STATE].text, action);
	}
	/* Decision, result and next step are sentences. */
	if (parts)
		table->columns[ACTION].weight = 6;
	return table;
}

static void add_no_action(struct resolver *resolver, const struct scope *scope,
			  const struct block *block, struct node *box)
{
	struct node *node = node_new(resolver->arena, NODE_TEXT, block->at);

	node->role = ROLE_COMPACT;
	node->language = block->language;
	add_written(resolver, scope, &node->text, word_of(resolver, STRING_LEAD_NO_ACTION), block,
		    &(struct written_gap){ .what = STRING_GAP_NO_ACTION, .about = "" });
	node_append(box, node);
}

void resolve_actions(struct resolver *resolver, const struct scope *scope,
		     const struct block *block, struct node *parent)
{
	struct node *box = node_new(resolver->arena, NODE_CALLOUT, block->at);
	struct node *node = node_new(resolver->arena, NODE_TABLE, block->at);
	struct table *table = table_of(resolver, scope, block);

	box->callout = CALLOUT_ACTION;
	box->title = block->parts.has_title
			     ? resolve_title(resolver, scope, &block->parts)
			     : plain_text(resolver, word_of(resolver, STRING_ACTIONS));
	node->table = table;
	if (table->row_count > 0)
		node_append(box, node);
	for (const struct block *child = block->children; child != NULL; child = child->next)
		if (child->kind == BLOCK_NO_ACTION)
			add_no_action(resolver, scope, child, box);
	node_append(parent, box);
}
