#include "base/arena.h"
#include "base/diag.h"
#include "resolve/written.h"

static const char *gap_words(struct resolver *resolver, const char *what)
{
	if (what[0] == '\0')
		return word_of(resolver, STRING_TO_BE_WRITTEN_BARE);
	return words_fill(&resolver->words, STRING_TO_BE_WRITTEN,
			  (struct placeholder[]){ { "what", what }, { 0 } });
}

const char *author_gap(struct resolver *resolver, struct location at, const char *what)
{
	diag_add(resolver->diags, DIAG_AUTHOR_GAP, at, what, NULL);
	return gap_words(resolver, what);
}

static void add_run(struct resolver *resolver, struct text *text, const char *what)
{
	struct text_run *run = text_add(resolver->arena, text, gap_words(resolver, what));

	run->strong = true;
	run->gap = true;
}

void add_author_gap(struct resolver *resolver, struct text *text, struct location at,
		    const char *about, const char *what)
{
	diag_addf(resolver->diags, DIAG_AUTHOR_GAP, at, "%s%s%s", about,
		  about[0] == '\0' ? "" : ": ", what);
	add_run(resolver, text, what);
}

void add_gap_words(struct resolver *resolver, struct text *text, enum string_id what)
{
	add_run(resolver, text, word_of(resolver, what));
}

void resolve_to_write(struct resolver *resolver, const struct scope *scope,
		      const struct block *block, struct node *parent)
{
	struct node *box = node_new(resolver->arena, NODE_CALLOUT, block->at);
	struct text what = resolve_inline(resolver, scope, block->text);
	struct node *node;

	author_gap(resolver, block->at, text_plain(resolver->arena, &what));
	box->callout = CALLOUT_CAUTION;
	text_add(resolver->arena, &box->title, gap_words(resolver, ""))->gap = true;
	if (what.count > 0) {
		node = node_new(resolver->arena, NODE_TEXT, block->at);
		node->role = ROLE_BODY;
		node->text = what;
		node_append(box, node);
	}
	node_append(parent, box);
}

void add_to_write(struct resolver *resolver, const struct scope *scope,
		  const struct inline_part *part, struct text *text)
{
	add_author_gap(resolver, text, part->at, "",
		       resolve_words(resolver, scope, part->children));
}
