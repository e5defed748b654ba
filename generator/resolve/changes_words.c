/*
 * changes_words.c - sentences on what changed since an earlier statement.
 */
#include <string.h>

#include "base/arena.h"
#include "resolve/changes_parts.h"
#include "words/phrase_parts.h"

enum { CLAUSES_MOST = 4, NAMES_MOST = 3 };

/* -- what is new and what was revised ------------------------------------------------------------ */

static size_t count_kind(const struct news *news, enum change_kind kind)
{
	size_t count = 0;

	for (size_t i = 0; i < news->changes->count; i++) {
		const struct change *change = &news->changes->items[i];

		count += change->kind == kind && news_tells(news, change) &&
			 (kind != CHANGE_REVISED || strcmp(change->now->measure, "value") == 0);
	}
	return count;
}

static const char *opening(const struct news *news)
{
	static const struct {
		enum change_kind kind;
		enum string_id words;
	} kinds[CLAUSES_MOST] = {
		{ CHANGE_INDICATOR_NEW, STRING_CHANGES_NEW_OTHER },
		{ CHANGE_INDICATOR_DROPPED, STRING_CHANGES_DROPPED_OTHER },
		{ CHANGE_INDICATOR_RENAMED, STRING_CHANGES_RENAMED_OTHER },
		{ CHANGE_REVISED, STRING_CHANGES_REVISED_OTHER },
	};
	const struct words *words = &news->resolver->words;
	const struct placeholder none[] = { { 0 } };
	struct placeholder parts[] = { { "statement", news->statement }, { "list", "" }, { 0 } };
	const char *clauses[CLAUSES_MOST];
	size_t count = 0;

	for (size_t i = 0; i < CLAUSES_MOST; i++) {
		size_t number = count_kind(news, kinds[i].kind);

		if (number > 0)
			clauses[count++] = words_counted(words, kinds[i].words, number, none);
	}
	if (count == 0)
		return words_fill(words, STRING_CHANGES_NOTHING_NEW, parts);
	parts[1].text = names_joined(words, clauses, count);
	return words_fill(words, STRING_CHANGES_SENTENCE, parts);
}

/* -- gaps --------------------------------------------------------------------------------------- */

/* True of a gap or ratio of the classification. */
static bool is_of(const struct change *change, const char *measure, const struct classification *by)
{
	return change->kind == CHANGE_GAP && strcmp(change->now->measure, measure) == 0 &&
	       strcmp(change->now->dimension, by->id) == 0;
}

static enum change_move move_of(const struct news *news, const char *indicator, const char *measure,
				const struct classification *by)
{
	for (size_t i = 0; i < news->changes->count; i++) {
		const struct change *change = &news->changes->items[i];

		if (is_of(change, measure, by) && strcmp(change->indicator, indicator) == 0)
			return change->move;
	}
	return MOVE_NOT_COMPARED;
}

/* Gaps with a verdict; with one on the ratio as well unless that is MOVE_NONE. */
struct wanted {
	enum change_move gap, ratio;
	enum string_id words, too; /* too: behind another sentence about gaps */
};

static bool is_wanted(const struct news *news, const struct change *change,
		      const struct wanted *wanted, const struct classification *by)
{
	return is_of(change, "gap", by) && news_tells(news, change) &&
	       change->move == wanted->gap &&
	       (wanted->ratio == MOVE_NONE ||
		move_of(news, change->indicator, "ratio", by) == wanted->ratio);
}

/* With the names where they are few and the sentence stays short; "" when there are none. follows: another about gaps. */
static const char *gap_sentence(const struct news *news, const struct wanted *wanted,
				const struct classification *by, bool follows)
{
	const struct words *words = &news->resolver->words;
	const char *names = "", *sentence;
	size_t count = 0;

	for (size_t i = 0; i < news->changes->count; i++) {
		const struct change *change = &news->changes->items[i];
		const char *name;

		if (!is_wanted(news, change, wanted, by))
			continue;
		name = news_name(news, change);
		names = count == 0
				? name
				: words_fill(words, STRING_CHANGES_NAMES,
					     (struct placeholder[]){
						     { "names", names }, { "name", name }, { 0 } });
		count++;
	}
	if (count == 0)
		return "";
	sentence = words_counted(
		words, follows ? wanted->too : wanted->words, count,
		(struct placeholder[]){ { "most", by->most }, { "least", by->least }, { 0 } });
	if (count <= NAMES_MOST) {
		const char *named =
			words_fill(words, STRING_CHANGES_NAMED,
				   (struct placeholder[]){
					   { "sentence", sentence }, { "names", names }, { 0 } });

		if (phrase_is_short(named))
			return named;
	}
	return words_fill(words, STRING_CHANGES_NOT_NAMED,
			  (struct placeholder[]){ { "sentence", sentence }, { 0 } });
}

static size_t count_gaps(const struct news *news, const struct classification *by, bool unclear)
{
	size_t count = 0;

	for (size_t i = 0; i < news->changes->count; i++) {
		const struct change *change = &news->changes->items[i];

		count += is_of(change, "gap", by) && news_tells(news, change) &&
			 change->move != MOVE_NOT_COMPARED &&
			 (change->move == MOVE_NOT_CLEAR || !unclear);
	}
	return count;
}

static const char *unclear_sentence(const struct news *news, const struct classification *by)
{
	const struct words *words = &news->resolver->words;
	const struct placeholder ends[] = { { "most", by->most }, { "least", by->least }, { 0 } };
	size_t unclear = count_gaps(news, by, true);

	if (unclear == 0)
		return "";
	if (unclear == count_gaps(news, by, false))
		return words_fill(words, STRING_CHANGES_GAPS_ALL_UNCLEAR, ends);
	return words_counted(words, STRING_CHANGES_GAPS_UNCLEAR_OTHER, unclear, ends);
}

static void add_gaps(const struct news *news, const struct classification *by, struct text *text)
{
	static const struct wanted sentences[] = {
		{ MOVE_WIDENED, MOVE_NONE, STRING_CHANGES_GAPS_WIDENED_OTHER,
		  STRING_CHANGES_GAPS_WIDENED_OTHER },
		{ MOVE_NARROWED, MOVE_NONE, STRING_CHANGES_GAPS_NARROWED_OTHER,
		  STRING_CHANGES_GAPS_NARROWED_TOO_OTHER },
		{ MOVE_TURNED, MOVE_NONE, STRING_CHANGES_GAPS_TURNED_OTHER,
		  STRING_CHANGES_GAPS_TURNED_TOO_OTHER },
		{ MOVE_NARROWED, MOVE_WIDENED, STRING_CHANGES_DISAGREE_NARROWED_OTHER,
		  STRING_CHANGES_DISAGREE_NARROWED_OTHER },
		{ MOVE_WIDENED, MOVE_NARROWED, STRING_CHANGES_DISAGREE_WIDENED_OTHER,
		  STRING_CHANGES_DISAGREE_WIDENED_OTHER },
	};
	bool follows = false;

	for (size_t i = 0; i < sizeof(sentences) / sizeof(sentences[0]); i++) {
		const char *sentence = gap_sentence(news, &sentences[i], by, follows);

		if (sentence[0] != '\0')
			append_sentence(news->resolver, text, sentence);
		follows = follows || sentence[0] != '\0';
	}
	if (unclear_sentence(news, by)[0] != '\0')
		append_sentence(news->resolver, text, unclear_sentence(news, by));
}

/* -- all of them -------------------------------------------------------------------------------- */

void news_add_sentences(const struct news *news, struct node *parent, struct location at)
{
	struct resolver *resolver = news->resolver;
	const struct dimensions *dimensions = resolver->dataset->dimensions;
	struct node *first = node_new(resolver->arena, NODE_TEXT, at);
	struct node *rest = node_new(resolver->arena, NODE_TEXT, at);

	first->role = ROLE_LEAD;
	rest->role = ROLE_BODY;
	first->text = plain_text(resolver, opening(news));
	node_append(parent, first);
	for (size_t i = 0; i < dimensions->classification_count; i++)
		if (dimensions->classifications[i]->ordered)
			add_gaps(news, dimensions->classifications[i], &rest->text);
	if (rest->text.count > 0)
		node_append(parent, rest);
}
