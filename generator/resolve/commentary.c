/*
 * commentary.c - paragraphs that the program writes on a breakdown, and the sentences they rest on.
 */
#include "words/commentary.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/suggest.h"
#include "base/text_list.h"
#include "resolve/inline_parts.h"

/* What the author wants to be told; 0 when nothing is said of it, false after a diagnostic. */
static bool wanted_of(struct resolver *resolver, const struct word *include, unsigned *wanted)
{
	const char *names[COMMENT_COUNT], *rest = include->text, *name;
	bool known = true;

	*wanted = 0;
	for (int i = 0; i < COMMENT_COUNT; i++)
		names[i] = comment_name((enum comment)i);
	while (rest != NULL && (name = list_next(resolver->arena, &rest, " ")) != NULL) {
		enum comment comment = comment_find(name);

		if (comment < COMMENT_COUNT) {
			*wanted |= 1u << comment;
			continue;
		}
		diag_add(resolver->diags, DIAG_COMMENT_UNKNOWN, include->at, name,
			 suggest_hint(resolver->arena, name, names, COMMENT_COUNT));
		known = false;
	}
	return known;
}

static bool is_length(const struct block *block, const char *length)
{
	return block->length.text != NULL && strcmp(block->length.text, length) == 0;
}

static void add_node(struct resolver *resolver, const struct block *block, struct node *parent,
		     enum node_kind kind, const struct text *text)
{
	struct node *node = node_new(resolver->arena, kind, block->at);

	node->role = ROLE_BODY;
	node->language = block->language;
	node->text = *text;
	if (kind == NODE_TEXT && block->id[0] != '\0')
		give_anchor(resolver, node, block->id, "", "");
	node_append(parent, node);
}

static void add_list(struct resolver *resolver, const struct block *block, struct node *parent,
		     const struct commentary *commentary, const struct cell_key *key)
{
	struct node *list = node_new(resolver->arena, NODE_LIST, block->at);

	for (size_t i = 0; i < commentary->count; i++) {
		struct text text = { 0 };

		append_phrase(resolver, &text, commentary->sentences[i].text, key, NULL);
		add_node(resolver, block, list, NODE_ITEM, &text);
	}
	if (block->id[0] != '\0')
		give_anchor(resolver, list, block->id, "", "");
	node_append(parent, list);
}

static void add_paragraph(struct resolver *resolver, const struct block *block, struct node *parent,
			  const struct commentary *commentary, const struct cell_key *key)
{
	struct text text = { 0 };

	for (size_t i = 0; i < commentary->count; i++) {
		if (i > 0)
			append_words(resolver, &text, " ");
		append_phrase(resolver, &text, commentary->sentences[i].text, key, NULL);
	}
	add_node(resolver, block, parent, NODE_TEXT, &text);
}

/* The figures that the sentences rest on. */
static void note_uses(struct resolver *resolver, const struct block *block, const struct view *view,
		      const struct commentary *commentary)
{
	for (size_t i = 0; i < commentary->count; i++)
		use_phrase(resolver, comment_name(commentary->sentences[i].about), block->at, view,
			   NULL,
			   words_without_table(&resolver->words, commentary->sentences[i].text));
}

/* Nothing is compared with a total where the author wants no comparison. */
static unsigned without_groups(struct resolver *resolver, const struct scope *scope,
			       const struct view *view, unsigned wanted)
{
	const unsigned groups = 1u << COMMENT_SEVERAL_GROUPS;

	if (scope_comparator(resolver, scope, view->key.organisation, view->key.period) !=
	    COMPARATOR_NONE)
		return wanted;
	return wanted == 0 ? 1u << COMMENT_COMPARISON | 1u << COMMENT_COMPLETENESS
			   : wanted & ~groups;
}

void resolve_commentary(struct resolver *resolver, const struct scope *around,
			const struct block *block, struct node *parent)
{
	struct scope scope = scope_within(around, &block->reference);
	struct commentary_wish wish = { .position = resolver->commentaries++ };
	struct commentary commentary;
	struct view view, compared, first;
	const char *place = NULL;
	struct cell_key key;
	bool has_first;

	if (!wanted_of(resolver, &block->include, &wish.wanted) ||
	    !scope_key(resolver, &scope, block->at, &key))
		return;
	view = view_of(resolver->arena, resolver->results, &key);
	if (period_latest(resolver->results, key.indicator, key.organisation, key.classification) <
	    0) {
		say_instead(resolver, parent, block->at, no_data_sentence(&resolver->words, &view));
		return;
	}
	wish.most = is_length(block, "sentence") ? 1 : 0;
	compared = view;
	if (view.classification != NULL && view_most(&view) == NULL) {
		wish.wanted = without_groups(resolver, &scope, &view, wish.wanted);
		compared = view_compared(resolver, &scope, &view, &place);
	}
	has_first = find_first_view(resolver, &scope, &view, &first);
	resolver->words.refers = true;
	commentary = commentary_of(&resolver->words, &view, &compared, place,
				   has_first ? &first : NULL, wish);
	resolver->words.refers = false;
	if (is_length(block, "bullets"))
		add_list(resolver, block, parent, &commentary, &view.key);
	else
		add_paragraph(resolver, block, parent, &commentary, &view.key);
	note_uses(resolver, block, &view, &commentary);
}
