#include "words/phrase_parts.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/sentence.h"

enum { TITLE_WORDS_MOST = 15, SENTENCE_WORDS_MOST = 25 };

size_t phrase_words(const char *text)
{
	size_t words = 0;

	for (bool inside = false; *text != '\0'; text++) {
		bool space = *text == ' ';

		words += !space && !inside;
		inside = !space;
	}
	return words;
}

/* The bracket that closes an interval behind its figure, as in "45.9% (44.1% to 47.7%)"; NULL where none begins. */
static const char *end_of_interval(const char *text)
{
	const char *close = strchr(text, ')'), *to = strstr(text, " to ");

	if (text[0] != '(' || close == NULL || to == NULL || to > close)
		return NULL;
	return strchr("0123456789\xe2", text[1]) != NULL ? close : NULL;
}

/* "(see Table 12)" is two words: the blank in the name of a table does not break. */
enum { TABLE_WORDS = 2 };

const char *words_without_table(const struct words *words, const char *sentence)
{
	const char *kept = "", *mark;

	while ((mark = strchr(sentence, WORDS_TABLE_MARK)) != NULL) {
		kept = arena_printf(words->arena, "%s%.*s", kept, (int)(mark - sentence), sentence);
		sentence = mark + 1;
	}
	return kept[0] == '\0' ? sentence : arena_printf(words->arena, "%s%s", kept, sentence);
}

/* An interval belongs to its figure: together they are one word, as they are one figure. */
static bool sentence_is_short(const char *text, size_t length)
{
	const char *end = text + length;
	size_t words = 0;

	for (bool inside = false; text < end; text++) {
		const char *close = end_of_interval(text);
		bool space = *text == ' ';

		if (close != NULL) {
			text = close;
			continue;
		}
		words += !space && !inside;
		words += *text == WORDS_TABLE_MARK ? TABLE_WORDS : 0;
		inside = !space;
	}
	return words <= SENTENCE_WORDS_MOST;
}

bool phrase_is_short(const char *text)
{
	for (size_t length; *text != '\0'; text += strspn(text, " \n")) {
		length = sentence_length(text);
		if (!sentence_is_short(text, length))
			return false;
		text += length;
	}
	return true;
}

const char *phrase_about(const struct words *words, const struct view *view, enum string_id id,
			 struct placeholder *parts)
{
	const char *sentence;

	parts[1].text = view->indicator->measure;
	parts[0].text = words_capital(words, parts[1].text);
	sentence = words_fill(words, id, parts);
	if (phrase_is_short(sentence))
		return sentence;
	parts[1].text = short_subject(words, view->indicator);
	parts[0].text = words_capital(words, parts[1].text);
	return words_fill(words, id, parts);
}

const char *phrase_value(const struct words *words, const struct view *view,
			 const struct value *value, const struct value *other)
{
	if (words->technical)
		return words_value_said(words, view->key.indicator, MEASURE_VALUE, value,
					DECIMALS_BY_RULE);
	return words_shown_in_sentence(words, view->key.indicator, MEASURE_VALUE, value,
				       other == NULL ? NULL : &other->estimate);
}

const char *phrase_interval(const struct words *words, const struct view *view,
			    enum measure measure, const struct value *value)
{
	struct placeholder parts[] = { { "range", "" }, { 0 } };

	if (!words->technical || !value_is_shown(value) || !value->limits.known)
		return "";
	parts[0].text =
		words_interval(words, view->key.indicator, measure, value, DECIMALS_BY_RULE);
	return arena_printf(words->arena, " %s", words_fill(words, STRING_INTERVAL_LATER, parts));
}

/* A gap below 0 is told by its direction; its limits then change places. */
static struct value without_sign(const struct value *value)
{
	struct value turned = *value;

	if (value->estimate >= 0)
		return turned;
	turned.estimate = -value->estimate;
	turned.limits.lower = -value->limits.upper;
	turned.limits.upper = -value->limits.lower;
	return turned;
}

const char *phrase_measured(const struct words *words, const struct view *view,
			    enum measure measure, const struct value *value)
{
	struct value size = without_sign(value);

	return arena_printf(
		words->arena, "%s%s",
		words_figure(words, view->key.indicator, measure, size.estimate, DECIMALS_BY_RULE),
		phrase_interval(words, view, measure, &size));
}

const char *phrase_whole(const struct words *words, const struct view *view, const char *place)
{
	const struct placeholder parts[] = { { "population", words_whole(words, view->indicator) },
					     { 0 } };

	return place != NULL ? place : words_fill(words, STRING_WHOLE_ALL, parts);
}

/* Unreliable for its interval, not for small numbers. */
static bool is_wide(const struct value *value)
{
	return value->state == VALUE_UNRELIABLE && value->reason == REASON_WIDE_INTERVAL;
}

const char *phrase_no_comparison(const struct words *words, const char *reason)
{
	const struct placeholder parts[] = { { "reason", reason }, { 0 } };

	return words_fill(words, STRING_PHRASE_NO_COMPARISON, parts);
}

/* -- titles ---------------------------------------------------------------------------------- */

const char *title_if_short(const struct words *words, const struct view *view, enum string_id id,
			   struct placeholder *parts)
{
	const char *subjects[] = { view->indicator->measure,
				   short_subject(words, view->indicator) };

	for (size_t i = 0; i < 2; i++) {
		const char *title;

		parts[0].text = words_capital(words, subjects[i]);
		title = words_fill(words, id, parts);
		if (phrase_words(title) <= TITLE_WORDS_MOST)
			return title;
	}
	return NULL;
}

const char *title_with_subject(const struct words *words, const struct view *view,
			       enum string_id id, struct placeholder *parts)
{
	const char *title = title_if_short(words, view, id, parts);

	return title != NULL ? title : title_neutral(words, view, MEASURE_VALUE);
}

const char *title_group(const struct words *words, const struct view *view,
			const struct view_group *group)
{
	const char *phrase =
		words_people_phrase(words, view->indicator, view->classification, group->group);

	if (view->classification->ordered)
		return phrase_group(words, view, group);
	if (view->classification->form != CLASSIFICATION_AGE_BANDS)
		return phrase;
	return words_fill(words, STRING_AGES, (struct placeholder[]){ { "group", phrase }, { 0 } });
}

const char *phrase_unreliable(const struct words *words, const struct value *value,
			      const struct placeholder *parts)
{
	const char *sentence = words_fill(
		words, is_wide(value) ? STRING_PHRASE_WIDE : STRING_PHRASE_UNRELIABLE, parts);

	return phrase_is_short(sentence) ? sentence
					 : words_fill(words, STRING_PHRASE_UNRELIABLE_SHORT, parts);
}
