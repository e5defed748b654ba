/*
 * matrix_words.c - subtitle and notes of a matrix.
 */
#include <math.h>

#include "base/arena.h"
#include "indicator/method.h"
#include "resolve/matrix.h"

enum { COMPARED_MANY = 10, NAMED_MOST = 3 };

const char *matrix_subtitle(const struct matrix *matrix)
{
	const struct resolver *resolver = matrix->resolver;
	const struct view *first = &matrix->rows[0].view;
	const char *period = words_period_short(&resolver->words,
						&resolver->dataset->periods[first->key.period]);
	bool same = true;

	for (size_t i = 1; i < matrix->row_count; i++)
		same = same && matrix->rows[i].view.key.period == first->key.period;
	return words_fill(
		&resolver->words, STRING_SUMMARY_SUBTITLE,
		(struct placeholder[]){
			{ "unit", matrix->subtitle_unit },
			{ "phrase", first->classification->phrase },
			{ "place",
			  resolver->dataset->organisations[first->key.organisation].short_name },
			{ "period", same ? period : word_of(resolver, STRING_SUMMARY_LATEST) },
			{ 0 } });
}

static void add_shape(struct resolver *resolver, struct text *notes, enum verdict verdict)
{
	static const char *const shapes[] = {
		[VERDICT_SIMILAR] = "\xe2\x97\x8b", [VERDICT_BETTER] = "\xe2\x97\x8f",
		[VERDICT_WORSE] = "\xe2\x96\xa0",   [VERDICT_HIGHER] = "\xe2\x96\xb2",
		[VERDICT_LOWER] = "\xe2\x96\xbc",
	};

	append_words(resolver, notes, "\xc2\xa0 ");
	text_add(resolver->arena, notes, shapes[verdict])->verdict = verdict;
	/* A shape and its word stay on one line. */
	append_words(resolver, notes,
		     arena_printf(resolver->arena, "\xc2\xa0%s",
				  matrix_verdict_words(resolver, verdict)));
}

/* Shapes that no cell bears are not explained. */
static bool shows_verdict(const struct matrix *matrix, enum verdict verdict)
{
	for (size_t row = 0; row < matrix->row_count; row++)
		for (size_t i = 0; i < matrix->group_count; i++)
			if (matrix->rows[row].cells[i].verdict == verdict)
				return true;
	return false;
}

/* "Compared with North Vale as a whole at 95% confidence: (circle) better (ring) similar (square) worse." */
static void add_legend(const struct matrix *matrix, struct text *notes)
{
	struct resolver *resolver = matrix->resolver;
	const struct view *first = &matrix->rows[0].view;
	static const enum verdict order[] = { VERDICT_BETTER, VERDICT_HIGHER, VERDICT_SIMILAR,
					      VERDICT_WORSE, VERDICT_LOWER };
	const struct placeholder parts[] = {
		{ "place",
		  matrix->other != NULL
			  ? matrix->other
			  : resolver->dataset->organisations[first->key.organisation].short_name },
		{ "confidence", words_confidence(&resolver->words, 0) },
		{ 0 },
	};

	append_sentence(resolver, notes,
			words_fill(&resolver->words,
				   matrix->other != NULL ? STRING_SUMMARY_COMPARED_PLACE
							 : STRING_SUMMARY_COMPARED,
				   parts));
	for (size_t i = 0; i < sizeof(order) / sizeof(order[0]); i++)
		if (shows_verdict(matrix, order[i]))
			add_shape(resolver, notes, order[i]);
	append_words(resolver, notes, ".");
}

/* How many of so many comparisons would differ by chance alone. */
static const char *chance_sentence(const struct matrix *matrix)
{
	const struct words *words = &matrix->resolver->words;
	double expected = (double)matrix->comparisons * (1 - words->results->confidence);
	double low = floor(expected), high = ceil(expected);
	const struct placeholder parts[] = {
		{ "n", words_number(words, fmax(1, round(expected)), 0) },
		{ "low", words_number(words, low, 0) },
		{ "high", words_number(words, high, 0) },
		{ 0 },
	};

	/* 3 of 60 is no more certain than 2 or 3 of 50, but is said in one number. */
	return words_fill(words,
			  low < 1 || fabs(expected - round(expected)) < 0.05
				  ? STRING_SUMMARY_CHANCE_ABOUT
				  : STRING_SUMMARY_CHANCE,
			  parts);
}

/* Rows that are not compared since all of their groups lie on one side of the total; of many their number. */
static void add_one_sided(const struct matrix *matrix, struct text *notes)
{
	const struct words *words = &matrix->resolver->words;
	const char *names[NAMED_MOST];
	size_t count = 0;

	for (size_t i = 0; i < matrix->row_count; i++) {
		if (!matrix->rows[i].one_sided)
			continue;
		if (count < NAMED_MOST)
			names[count] = matrix->rows[i].view.indicator->short_name;
		count++;
	}
	if (count == 0)
		return;
	append_sentence(
		matrix->resolver, notes,
		words_fill(
			words,
			count > NAMED_MOST ? STRING_SUMMARY_ONE_SIDED_MANY
					   : STRING_SUMMARY_ONE_SIDED,
			(struct placeholder[]){
				{ "names", count > NAMED_MOST
						   ? ""
						   : words_capital(words, names_joined(words, names,
										       count)) },
				{ "n", words_number(words, (double)count, 0) },
				{ "m", words_number(words, (double)matrix->row_count, 0) },
				{ "nouns", matrix->rows[0].view.classification->group_nouns },
				{ 0 } }));
}

void matrix_add_notes(const struct matrix *matrix, struct text *notes)
{
	struct resolver *resolver = matrix->resolver;
	bool hidden = false;

	if (matrix->comparisons > 0) {
		resolver->compared |= COMPARED_TOTAL;
		add_legend(matrix, notes);
		if (matrix->comparisons > COMPARED_MANY)
			append_sentence(resolver, notes, chance_sentence(matrix));
	}
	for (size_t i = 0; i < matrix->row_count; i++) {
		const struct view *view = &matrix->rows[i].view;

		hidden = hidden || matrix->rows[i].hidden;
		explain_adjustment(resolver, method_find(view->indicator->method), notes);
	}
	if (hidden && matrix->comparisons > 0)
		append_sentence(resolver, notes, word_of(resolver, STRING_SUMMARY_HIDDEN));
	add_one_sided(matrix, notes);
	if (matrix->left_out[0] != '\0')
		append_sentence(resolver, notes,
				words_fill(&resolver->words, STRING_SUMMARY_LEFT_OUT,
					   (struct placeholder[]){
						   { "phrase",
						     matrix->rows[0].view.classification->phrase },
						   { "names", matrix->left_out },
						   { 0 } }));
}
