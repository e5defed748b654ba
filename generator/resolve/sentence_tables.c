/*
 * sentence_tables.c - sentences that name some of many groups lead to the table that has all of them, where one
 * stands in the document. Which number it has is known when all of it is there.
 */
#include <string.h>

#include "base/arena.h"
#include "resolve/resolver.h"

struct late_table {
	struct cell_key key; /* of the breakdown that the sentence is about */
	const struct placed_element *element;
	struct text_run *open, *label, *close;
};

/* -- what a sentence says before ---------------------------------------------------------------- */

static struct text_run *add_like(struct resolver *resolver, struct text *text, const char *words,
				 size_t length, const struct text_run *look)
{
	struct text_run *run =
		text_add(resolver->arena, text, arena_strndup(resolver->arena, words, length));

	if (look != NULL) {
		run->strong = look->strong;
		run->emphasis = look->emphasis;
		run->language = look->language;
		run->href = look->href;
	}
	run->filled_in = true;
	return run;
}

void append_phrase(struct resolver *resolver, struct text *text, const char *sentence,
		   const struct cell_key *key, const struct text_run *look)
{
	const char *mark = strrchr(sentence, WORDS_TABLE_MARK);
	struct late_table late = { .key = *key, .element = resolver->element };
	const char *before;

	if (mark == NULL) {
		add_like(resolver, text, sentence, strlen(sentence), look);
		return;
	}
	/* Of two lists in one sentence the second leads there. */
	before = words_without_table(&resolver->words, arena_strndup(resolver->arena, sentence,
								     (size_t)(mark - sentence)));
	add_like(resolver, text, before, strlen(before), look);
	late.open = add_like(resolver, text, "", 0, look);
	late.label = add_like(resolver, text, "", 0, look);
	late.close = add_like(resolver, text, "", 0, look);
	add_like(resolver, text, mark + 1, strlen(mark + 1), look);
	resolver->late_tables =
		arena_grow(resolver->arena, resolver->late_tables, resolver->late_table_count,
			   &resolver->late_table_capacity, sizeof(*resolver->late_tables));
	resolver->late_tables[resolver->late_table_count++] = late;
}

/* -- the table ------------------------------------------------------------------------------------ */

static bool is_of(const struct figure_use *use, const struct cell_key *key)
{
	return use->choice.measure == MEASURE_VALUE && !use->behind &&
	       use->key.indicator == key->indicator && use->key.period == key->period &&
	       use->key.organisation == key->organisation &&
	       use->key.classification == key->classification && use->key.sex == key->sex &&
	       use->key.group != GROUP_ALL;
}

static size_t depth_of(const struct placed_element *element)
{
	size_t depth = 0;

	for (; element != NULL; element = element->around)
		depth++;
	return depth;
}

/* How deep the innermost element lies that holds both. */
static size_t nearness(const struct placed_element *a, const struct placed_element *b)
{
	size_t depth_a = depth_of(a), depth_b = depth_of(b);

	while (a != b) {
		const struct placed_element **deeper = depth_a >= depth_b ? &a : &b;

		*(depth_a >= depth_b ? &depth_a : &depth_b) -= 1;
		*deeper = (*deeper)->around;
	}
	return depth_a;
}

static bool is_table(const struct placed_element *element)
{
	return element != NULL && element->node != NULL && element->node->kind == NODE_TABLE &&
	       element->node->label[0] != '\0';
}

/* A table of every group of the breakdown: the one nearest to the sentence, of those the first. NULL if none. */
static const struct node *table_of(const struct resolver *resolver, const struct late_table *late)
{
	const struct document *document = resolver->document;
	struct view view = view_of(resolver->arena, resolver->results, &late->key);
	const struct node *found = NULL;
	size_t best = 0;

	for (size_t i = 0; i < document->use_count;) {
		const struct placed_element *element = document->uses[i].element;
		size_t groups = 0, near;

		for (; i < document->use_count && document->uses[i].element == element; i++)
			groups += is_of(&document->uses[i], &late->key);
		if (groups < view.ordinary || !is_table(element))
			continue;
		near = nearness(element, late->element);
		if (found == NULL || near > best) {
			found = element->node;
			best = near;
		}
	}
	return found;
}

static void fill_table(struct resolver *resolver, const struct late_table *late)
{
	static const char mark[] = { WORDS_TABLE_MARK, '\0' };
	const struct node *table = table_of(resolver, late);
	const char *words, *at;

	if (table == NULL)
		return;
	words = words_fill(&resolver->words, STRING_SEE_TABLE,
			   (struct placeholder[]){ { "table", mark }, { 0 } });
	at = strchr(words, WORDS_TABLE_MARK);
	late->open->text =
		arena_printf(resolver->arena, " %.*s", at == NULL ? 0 : (int)(at - words), words);
	late->label->text = table->label;
	late->label->target = table;
	late->close->text = at == NULL ? "" : at + 1;
}

void finish_sentence_tables(struct resolver *resolver)
{
	for (size_t i = 0; i < resolver->late_table_count; i++)
		fill_table(resolver, &resolver->late_tables[i]);
}
