/*
 * axis_notes.c - notes of charts whose axis does not start at zero. A chart beside others takes their scale, so
 * that where its axis starts is known when all of them are there.
 */
#include <string.h>

#include "base/arena.h"
#include "resolve/chart_parts.h"

struct axis_note {
	const struct plot *plot;
	size_t run; /* of the notes of its figure */
};

static const char *sentence_of(const struct resolver *resolver, const struct plot *plot)
{
	double start;
	unsigned decimals;

	if (!chart_leaves_zero(plot, &start, &decimals))
		return "";
	return words_fill(
		&resolver->words, STRING_NOTE_AXIS_START,
		(struct placeholder[]){
			{ "v", arena_printf(resolver->arena, "%s%s",
					    words_number(&resolver->words, start, decimals),
					    plot->percentage ? "%" : "") },
			{ 0 } });
}

void add_axis_note(struct resolver *resolver, const struct plot *plot, struct text *notes)
{
	const char *sentence = sentence_of(resolver, plot);

	if (sentence[0] == '\0')
		return;
	append_sentence(resolver, notes, sentence);
	resolver->axis_notes =
		arena_grow(resolver->arena, resolver->axis_notes, resolver->axis_note_count,
			   &resolver->axis_note_capacity, sizeof(*resolver->axis_notes));
	resolver->axis_notes[resolver->axis_note_count++] =
		(struct axis_note){ .plot = plot, .run = notes->count - 1 };
}

static bool is_blank(const struct text *text, size_t run)
{
	return run < text->count && strcmp(text->runs[run]->text, " ") == 0;
}

/* The blank between two sentences stands at the end of the first, or alone. */
static void put_in(const struct resolver *resolver, const struct text *notes, size_t place,
		   const char *sentence)
{
	bool apart = is_blank(notes, place + 1), last = place + 1 >= notes->count;

	notes->runs[place]->text = sentence[0] == '\0' || apart || last
					   ? sentence
					   : arena_printf(resolver->arena, "%s ", sentence);
	if (sentence[0] == '\0' && apart)
		notes->runs[place + 1]->text = "";
}

void renew_axis_note(struct resolver *resolver, const struct node *figure)
{
	for (size_t i = 0; i < resolver->axis_note_count; i++) {
		const struct axis_note *note = &resolver->axis_notes[i];

		if (note->plot == figure->plot)
			put_in(resolver, &figure->notes, note->run,
			       sentence_of(resolver, note->plot));
	}
}
