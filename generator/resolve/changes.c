/*
 * changes.c - what changed since an earlier statement: sentences, then a table.
 */
#include "changes/changes.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/suggest.h"
#include "resolve/changes_parts.h"

static const struct earlier_statement *find_earlier(struct resolver *resolver,
						    const struct word *since)
{
	const struct dataset *dataset = resolver->dataset;
	const char **ids = arena_array(resolver->arena, dataset->earlier_count + 1, sizeof(*ids));
	size_t count = 0;

	for (size_t i = 0; i < dataset->earlier_count; i++) {
		if (strcmp(dataset->earlier[i].id, since->text) == 0)
			return &dataset->earlier[i];
		if (dataset->earlier[i].id[0] != '\0')
			ids[count++] = dataset->earlier[i].id;
	}
	diag_add(resolver->diags, DIAG_CHANGES_SINCE, since->at, since->text,
		 suggest_hint(resolver->arena, since->text, ids, count));
	return NULL;
}

static const struct period *last_period(const struct published *published, const char *organisation)
{
	const struct period *last = NULL;

	for (size_t i = 0; i < published->count; i++) {
		const struct published_figure *figure = &published->items[i];

		if (figure->period.form != PERIOD_TEXT &&
		    strcmp(figure->organisation, organisation) == 0 &&
		    (last == NULL || period_compare(last, &figure->period) < 0))
			last = &figure->period;
	}
	return last;
}

static const char *subtitle(const struct news *news)
{
	const struct organisation *body =
		&news->resolver->dataset->organisations[news->organisation];
	const struct words *words = &news->resolver->words;
	const struct period *then = last_period(news->earlier->published, body->code);
	const struct period *last = last_period(news->now, body->code);

	if (then == NULL || last == NULL)
		return body->short_name;
	return words_fill(words, STRING_CHANGES_SUBTITLE,
			  (struct placeholder[]){ { "place", body->short_name },
						  { "then", words_period_short(words, then) },
						  { "now", words_period_short(words, last) },
						  { 0 } });
}

static bool has_kind(const struct changes *changes, enum change_kind from, enum change_kind to)
{
	for (size_t i = 0; i < changes->count; i++)
		if (changes->items[i].kind >= from && changes->items[i].kind <= to)
			return true;
	return false;
}

static void add_table(const struct news *news, const struct block *block, struct node *parent)
{
	struct resolver *resolver = news->resolver;
	struct node *node = node_new(resolver->arena, NODE_TABLE, block->at);
	struct state_set states = { 0 };
	struct table *table = news_table(news, &states);
	struct figure_words words = {
		.title = words_fill(
			&resolver->words, STRING_CHANGES_TITLE,
			(struct placeholder[]){ { "statement", news->statement }, { 0 } }),
		.subtitle = subtitle(news),
	};

	if (table->row_count == 0)
		return;
	if (has_kind(news->changes, CHANGE_REVISED, CHANGE_REVISED))
		append_sentence(resolver, &words.notes,
				word_of(resolver, STRING_CHANGES_NOTE_REVISED));
	if (has_kind(news->changes, CHANGE_GAP, CHANGE_EXTREMES))
		append_sentence(resolver, &words.notes,
				word_of(resolver, STRING_CHANGES_NOTE_RULE));
	if (has_kind(news->changes, CHANGE_EXTREMES, CHANGE_EXTREMES))
		append_sentence(resolver, &words.notes,
				word_of(resolver, STRING_CHANGES_NOTE_EXTREMES));
	explain_states(resolver, &states, &words.notes);
	table->landscape = is_landscape(block);
	node->table = table;
	set_figure_words(resolver, news->scope, block, node, words);
	number_table(resolver, block, node);
	node_append(parent, node);
}

static bool is_change(const struct change *change)
{
	return change->move != MOVE_NOT_CLEAR && change->move != MOVE_NOT_COMPARED &&
	       change->kind != CHANGE_TOTAL;
}

static bool says_something(const struct changes *changes)
{
	for (size_t i = 0; i < changes->count; i++)
		if (is_change(&changes->items[i]))
			return true;
	return false;
}

static void say_changes(const struct news *news, const struct block *block, struct node *parent)
{
	struct resolver *resolver = news->resolver;

	if (news->changes->runs_backwards)
		diag_add(resolver->diags, DIAG_CHANGES_BACKWARDS, block->since.at,
			 news->earlier->file, NULL);
	if (!says_something(news->changes)) {
		say_instead(resolver, parent, block->at,
			    words_fill(&resolver->words, STRING_CHANGES_NOTHING,
				       (struct placeholder[]){ { "statement", news->statement },
							       { 0 } }));
		return;
	}
	news_add_sentences(news, parent, block->at);
	add_table(news, block, parent);
}

void resolve_changes(struct resolver *resolver, const struct scope *scope,
		     const struct block *block, struct node *parent)
{
	struct news news = {
		.resolver = resolver,
		.scope = scope,
		.earlier = find_earlier(resolver, &block->since),
		.organisation = scope_organisation(resolver, scope, block->at),
	};
	struct changes_rules rules = { .context = &news, .breaks = news_breaks };
	struct arena *scratch;

	if (news.earlier == NULL || news.earlier->published == NULL || news.organisation < 0)
		return;
	news.statement = news.earlier->title != NULL ? news.earlier->title
						     : word_of(resolver, STRING_CHANGES_LAST);
	rules.organisation = resolver->dataset->organisations[news.organisation].code;
	/* Sentences and cells repeat words of figures; the figures themselves are not kept. */
	scratch = arena_new();
	news.now = published_of_results(resolver, scratch);
	news.changes = changes_find(scratch, news.earlier->published, news.now, &rules);
	say_changes(&news, block, parent);
	arena_free(scratch);
}
