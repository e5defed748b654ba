/*
 * methods_measures.c - how measures over groups are worked out, and what the report asks of them beside the
 * usual.
 */
#include "base/arena.h"
#include "indicator/measure_method.h"
#include "resolve/methods_parts.h"
#include "words/method_words.h"

static bool uses_measure(const struct account *account, int indicator, const void *about)
{
	const enum measure *measure = about;

	return account->indicators[indicator].measures[*measure];
}

/* True when two figures are asked for in the same way; a reference group is one of its classification. */
static bool is_alike(const struct figure_use *a, const struct figure_use *b)
{
	return measure_choice_equal(&a->choice, &b->choice) &&
	       (a->choice.reference < 0 || a->key.classification == b->key.classification);
}

static bool uses_choice(const struct account *account, int indicator, const void *about)
{
	const struct figure_use *use = about;
	const struct document *document = account->resolver->document;

	for (size_t i = 0; i < document->use_count; i++)
		if (document->uses[i].key.indicator == indicator &&
		    is_alike(&document->uses[i], use))
			return true;
	return false;
}

static enum string_id transform_words(enum measure_transform transform)
{
	switch (transform) {
	case TRANSFORM_LOG:
		return STRING_METHODS_TRANSFORM_LOG;
	case TRANSFORM_LOGIT:
		return STRING_METHODS_TRANSFORM_LOGIT;
	case TRANSFORM_LOGISTIC:
		return STRING_METHODS_TRANSFORM_LOGISTIC;
	case TRANSFORM_NONE:
	case TRANSFORM_BY_METHOD:
		break;
	}
	return STRING_METHODS_TRANSFORM_NONE;
}

static const char *joined(const struct resolver *resolver, const char *words, const char *more)
{
	return arena_printf(resolver->arena, "%s%s%s", words, words[0] == '\0' ? "" : "; ", more);
}

static const char *reference_words(const struct resolver *resolver, const struct figure_use *use)
{
	const struct dimensions *dimensions = resolver->dataset->dimensions;

	if (use->choice.reference == REFERENCE_BEST)
		return word_of(resolver, STRING_METHODS_REFERENCE_BEST);
	if (use->choice.reference < 0 || use->key.classification == CLASSIFICATION_ALL)
		return word_of(resolver, STRING_METHODS_REFERENCE_ALL);
	return words_fill(
		&resolver->words, STRING_METHODS_REFERENCE_OF,
		(struct placeholder[]){
			{ "group", words_group(&resolver->words,
					       dimensions->classifications[use->key.classification],
					       use->choice.reference) },
			{ 0 } });
}

/* What an author asked for beside the usual: "a 99.8% interval; the sign as subtracted". */
static const char *parameters_of(const struct resolver *resolver, const struct figure_use *use)
{
	const struct measure_choice *choice = &use->choice;
	const char *words = "";

	if (choice->transform != TRANSFORM_BY_METHOD)
		words = joined(resolver, words,
			       word_of(resolver, transform_words(choice->transform)));
	if (choice->reference != REFERENCE_BY_MEASURE)
		words = joined(resolver, words, reference_words(resolver, use));
	if (choice->unweighted)
		words = joined(resolver, words, word_of(resolver, STRING_METHODS_UNWEIGHTED));
	if (choice->raw)
		words = joined(resolver, words, word_of(resolver, STRING_METHODS_RAW));
	if (choice->confidence > 0)
		words = joined(
			resolver, words,
			words_fill(&resolver->words, STRING_METHODS_CONFIDENCE_OF,
				   (struct placeholder[]){
					   { "confidence", words_confidence(&resolver->words,
									    choice->confidence) },
					   { 0 } }));
	return words;
}

/* True for the first use of a choice: the others are named with it. */
static bool is_first(const struct document *document, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (is_alike(&document->uses[i], &document->uses[at]))
			return false;
	return true;
}

/* In the entry, or in a list, where it needs the name of the measure. */
static void add_variant(struct entry *entry, enum measure measure, struct node *list,
			const char *words)
{
	const struct resolver *resolver = entry->account->resolver;

	if (list == NULL)
		account_paragraph(entry->account, entry->cell, NODE_TEXT, words);
	else
		account_paragraph(entry->account, list, NODE_ITEM,
				  arena_printf(resolver->arena, "%s. %s",
					       word_of(resolver, measure_words(measure).name),
					       words));
}

/*
 * Figures of a measure that are asked for with parameters. An entry stays on one page: when there are many of
 * them, the others go to the list behind all entries.
 */
static void add_variants(struct entry *entry, enum measure measure, struct node *rest)
{
	enum { IN_ENTRY_MOST = 4 };
	const struct resolver *resolver = entry->account->resolver;
	const struct document *document = resolver->document;
	struct measure_choice plain = measure_plain(measure);
	size_t count = 0;

	for (size_t i = 0; i < document->use_count; i++) {
		const struct figure_use *use = &document->uses[i];

		if (use->choice.measure != measure || measure_choice_equal(&use->choice, &plain) ||
		    !is_first(document, i))
			continue;
		add_variant(entry, measure, count++ < IN_ENTRY_MOST ? NULL : rest,
			    account_variant(entry->account,
					    account_ids(entry->account, uses_choice, use),
					    parameters_of(resolver, use)));
	}
}

static const char *source_of(enum measure measure)
{
	const struct measure_method *method = measure_method(measure);

	return method == NULL ? "" : method->source;
}

void account_measures(struct account *account, struct node *parent)
{
	struct resolver *resolver = account->resolver;
	struct entry entry = { .account = account };
	struct node *rest = node_new(resolver->arena, NODE_LIST, parent->at);
	struct node *section = NULL;

	for (int m = 0; m < MEASURE_COUNT_OF; m++) {
		enum measure measure = (enum measure)m;
		struct method_words words = measure_words(measure);

		if (words.name == STRING_COUNT ||
		    account_ids(account, uses_measure, &measure)[0] == '\0')
			continue;
		if (entry.grid == NULL) {
			section = account_section(account, parent, STRING_METHODS_MEASURES);
			if (account->has_sign)
				account_paragraph(account, section, NODE_TEXT,
						  word_of(resolver, STRING_METHODS_SIGN));
			entry.grid = account_grid(account, section);
		}
		begin_entry(&entry, word_of(resolver, words.name));
		account_paragraph(account, entry.cell, NODE_TEXT, word_of(resolver, words.how));
		add_variants(&entry, measure, rest);
		end_entry(&entry, words.formula, source_of(measure));
	}
	if (rest->first != NULL)
		node_append(section, rest);
}
