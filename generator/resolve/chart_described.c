/*
 * chart_described.c - a description of any plot: as many of its sentences as there is room for, in the order in which
 * they are read. What matters most finds room first.
 */
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/encoding.h"
#include "resolve/chart_sentences.h"

enum { WORDS_MOST = 80 };

static const enum chart_told by_importance[TELL_COUNT] = {
	TELL_KIND,    TELL_VALUES,        TELL_UNIT, TELL_CHANGES, TELL_MEDIANS,   TELL_EXTREMES,
	TELL_MISSING, TELL_MISSING_COUNT, TELL_AXIS, TELL_FITTED,  TELL_REFERENCE, TELL_SERIES,
};

static size_t words_in(const char *text)
{
	size_t count = 0;

	for (bool inside = false; *text != '\0'; text++) {
		count += *text != ' ' && !inside;
		inside = *text != ' ';
	}
	return count;
}

/* What others that are told already have in them. */
static bool is_told(enum chart_told part, const bool taken[TELL_COUNT])
{
	switch (part) {
	case TELL_AXIS:
	case TELL_CHANGES:
	case TELL_EXTREMES:
	case TELL_MISSING:
		return taken[TELL_VALUES];
	case TELL_MISSING_COUNT:
		return taken[TELL_VALUES] || taken[TELL_MISSING];
	case TELL_KIND:
	case TELL_MEDIANS:
	case TELL_SERIES:
	case TELL_UNIT:
	case TELL_VALUES:
	case TELL_FITTED:
	case TELL_REFERENCE:
	case TELL_COUNT:
		break;
	}
	return false;
}

static const char *joined(struct arena *arena, const char *const sentences[TELL_COUNT],
			  const bool taken[TELL_COUNT])
{
	struct buffer text;

	buffer_init(&text);
	for (size_t i = 0; i < TELL_COUNT; i++)
		if (taken[i])
			buffer_printf(&text, "%s%s", text.length == 0 ? "" : " ", sentences[i]);
	return buffer_finish(&text, arena);
}

static const char *as_much_as_fits(struct arena *arena, const char *const sentences[TELL_COUNT],
				   size_t characters)
{
	bool taken[TELL_COUNT] = { false };
	struct arena *tries = arena_new();

	for (size_t i = 0; i < TELL_COUNT; i++) {
		enum chart_told part = by_importance[i];
		const char *text;

		if (sentences[part][0] == '\0' || is_told(part, taken))
			continue;
		taken[part] = true;
		text = joined(tries, sentences, taken);
		if (words_in(text) > WORDS_MOST ||
		    encoding_characters(text, strlen(text)) > characters)
			taken[part] = false;
	}
	arena_free(tries);
	return joined(arena, sentences, taken);
}

struct chart_description chart_described(const struct chart *chart, const char *kind)
{
	struct arena *arena = chart->words->arena;
	const char *sentences[TELL_COUNT];

	if (chart->plot->category_count == 0 && chart->plot->panel_count == 0)
		return (struct chart_description){ "", "" };
	chart_sentences(chart, kind, sentences);
	return (struct chart_description){
		.whole = as_much_as_fits(arena, sentences, SIZE_MAX),
		.brief = as_much_as_fits(arena, sentences, ALTERNATIVE_MOST),
	};
}
