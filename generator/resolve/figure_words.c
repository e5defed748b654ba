/*
 * figure_words.c - what the program itself says of a figure: subtitle, text alternative, what stands in its
 * place when it has no data.
 */
#include <string.h>

#include "base/encoding.h"
#include "base/number.h"
#include "resolve/resolver.h"

const char *figure_subtitle(const struct words *words, const struct view *view, const char *by,
			    enum measure measure, const char *place, const char *period)
{
	const struct indicator *indicator = view->indicator;
	bool percentage = measure == MEASURE_SHARE ||
			  (measure == MEASURE_VALUE && indicator_in_percent(indicator));
	struct placeholder parts[] = {
		{ "name", words_capital(words, indicator->short_name) },
		{ "measure", measure_in_words(words, indicator, measure) },
		{ "unit", measure == MEASURE_VALUE ? indicator->unit : "%" },
		{ "phrase", by },
		{ "place", place },
		{ "period", period },
		{ 0 },
	};

	if (parts[1].text[0] != '\0')
		parts[0].text = words_fill(words, STRING_NAME_AND_MEASURE, parts);
	if (view->classification == NULL)
		return words_fill(words,
				  percentage ? STRING_SUBTITLE_ALL_PERCENTAGE : STRING_SUBTITLE_ALL,
				  parts);
	return words_fill(words, percentage ? STRING_SUBTITLE_PERCENTAGE : STRING_SUBTITLE, parts);
}

const char *no_data_sentence(const struct words *words, const struct view *view)
{
	const struct placeholder parts[] = {
		{ "name", view->indicator->short_name },
		{ "phrase", view->classification == NULL ? "" : view->classification->phrase },
		{ 0 },
	};

	return words_fill(words, view->classification == NULL ? STRING_NO_DATA_ALL : STRING_NO_DATA,
			  parts);
}

const char *chance_note(const struct words *words)
{
	double chance = number_round(1 / (1 - words->results->confidence), 0);
	const struct placeholder parts[] = { { "chance", words_number(words, chance, 0) }, { 0 } };

	return words_fill(words, STRING_NOTE_CHANCE, parts);
}

static const char *alternative_with(const struct words *words, enum string_id kind,
				    const char *subtitle, const char *message)
{
	const struct placeholder parts[] = {
		{ "kind", strings_text(words->strings, kind) },
		{ "subtitle", subtitle },
		{ "message", message },
		{ 0 },
	};

	return words_fill(words, message[0] == '\0' ? STRING_ALT_SHORT : STRING_ALT, parts);
}

/* An alternative is read out in one breath; the title, which it would repeat, is read out as well. */
const char *figure_alternative(const struct words *words, enum string_id kind, const char *subtitle,
			       const char *message, const char *shorter)
{
	const char *messages[] = { message, shorter };

	for (size_t i = 0; i < 2; i++) {
		const char *whole = alternative_with(words, kind, subtitle, messages[i]);

		if (encoding_characters(whole, strlen(whole)) <= ALTERNATIVE_MOST)
			return whole;
	}
	return alternative_with(words, kind, subtitle, "");
}
