#include "words/finding_words.h"

#include "indicator/figure.h"
#include "indicator/method.h"
#include "words/finding_parts.h"
#include "words/phrase_parts.h"

enum { WHOLE_WORDS_MOST = 6 };

/* From here a ratio is "times as high", and says more of a rate than the rate does. */
static const double times_from = 1.495;

/* "All people"; of people that need many words "the total". */
static const char *whole_of(const struct words *words, const struct view *view)
{
	const char *whole = phrase_whole(words, view, NULL);

	return phrase_words(whole) <= WHOLE_WORDS_MOST
		       ? whole
		       : strings_text(words->strings, STRING_WHOLE_SHORT);
}

static struct finding_sides sides_of(const struct words *words, const struct view *view,
				     const struct finding *finding)
{
	const struct view_group *first = view_find_group(view, finding->first);
	const struct view_group *second =
		finding->second == GROUP_ALL ? NULL : view_find_group(view, finding->second);
	struct finding_sides sides = {
		.first = &first->value,
		.second = second == NULL ? &view->total->value : &second->value,
		.first_name = phrase_group(words, view, first),
		.second_name =
			second == NULL ? whole_of(words, view) : phrase_group(words, view, second),
		.first_group = first,
		.second_group = second,
	};

	return sides;
}

/* "Flu vaccination, 65 and over: the percentage": a finding stands alone, and must say what it is about. */
static const char *named_subject(const struct words *words, const struct view *view)
{
	return words_fill(words, STRING_FINDING_SUBJECT,
			  (struct placeholder[]){
				  { "Name", words_capital(words, view->indicator->short_name) },
				  { "subject", short_subject(words, view->indicator) },
				  { 0 } });
}

/* With the whole measure; where that is too long with the name of the indicator, in the shape of id_named. */
static const char *fill(const struct words *words, const struct view *view, enum string_id id,
			enum string_id id_named, struct placeholder *parts)
{
	const char *sentence;

	parts[0].text = words_capital(words, view->indicator->measure);
	parts[1].text = view->indicator->measure;
	sentence = words_fill(words, id, parts);
	if (phrase_is_short(sentence))
		return sentence;
	parts[0].text = named_subject(words, view);
	sentence = words_fill(words, id_named, parts);
	if (phrase_is_short(sentence))
		return sentence;
	return phrase_about(words, view, id_named, parts);
}

static const char *of_sides(const struct words *words, const struct view *view, enum string_id id,
			    enum string_id id_named, const struct finding_sides *sides)
{
	return fill(words, view, id, id_named,
		    (struct placeholder[]){
			    { "Measure", "" },
			    { "measure", "" },
			    { "most", sides->first_name },
			    { "least", sides->second_name },
			    { "first", sides->first_name },
			    { "second", sides->second_name },
			    { "v1", phrase_value(words, view, sides->first, sides->second) },
			    { "v5", phrase_value(words, view, sides->second, sides->first) },
			    { "i1", phrase_interval(words, view, MEASURE_VALUE, sides->first) },
			    { "i5", phrase_interval(words, view, MEASURE_VALUE, sides->second) },
			    { 0 } });
}

/* The first two shapes of every three begin with the measure; the third with the group. */
static const char *sentence_of(const struct words *words, const struct view *view,
			       const struct finding *finding, const struct finding_sides *sides,
			       size_t position)
{
	static const enum string_id ends[][PHRASE_SHAPES] = {
		[COMPARISON_NONE] = { STRING_PHRASE_BOTH, STRING_PHRASE_BOTH, STRING_PHRASE_BOTH },
		[COMPARISON_HIGHER] = { STRING_PHRASE_HIGHER, STRING_PHRASE_HIGHER,
					STRING_PHRASE_HIGHER_IN },
		[COMPARISON_LOWER] = { STRING_PHRASE_LOWER, STRING_PHRASE_LOWER,
				       STRING_PHRASE_LOWER_IN },
		[COMPARISON_SIMILAR] = { STRING_PHRASE_SIMILAR_COMPARED,
					 STRING_PHRASE_SIMILAR_COMPARED,
					 STRING_PHRASE_SIMILAR_COMPARED },
	};
	enum string_id id = finding->comparison == COMPARISON_HIGHER
				    ? STRING_FINDING_VALUE_HIGHER_FOR
				    : STRING_FINDING_VALUE_LOWER_FOR;

	if (finding->form == FINDING_ENDS)
		return of_sides(words, view, ends[finding->comparison][position % PHRASE_SHAPES],
				finding->comparison == COMPARISON_SIMILAR
					? STRING_FINDING_SIMILAR
					: ends[finding->comparison][0],
				sides);
	if (finding->comparison == COMPARISON_SIMILAR)
		id = STRING_FINDING_SIMILAR_FOR;
	return of_sides(words, view, id, id, sides);
}

static const char *times_sentence(const struct words *words, const struct view *view,
				  const struct finding_sides *sides, const char *times)
{
	return fill(words, view, STRING_PHRASE_TIMES, STRING_PHRASE_TIMES,
		    (struct placeholder[]){ { "Measure", "" },
					    { "measure", "" },
					    { "r", times },
					    { "most", sides->first_name },
					    { "least", sides->second_name },
					    { 0 } });
}

/* Whether a rate is said by how many times as high it is. */
static bool says_times(const struct view *view, const struct finding *finding, double *ratio)
{
	struct value value = view_measure(view, MEASURE_RATIO);

	*ratio = value.estimate;
	return finding->form == FINDING_ENDS && finding->comparison == COMPARISON_HIGHER &&
	       method_find(view->indicator->method)->is_rate && value.state == VALUE_SHOWN &&
	       value.estimate >= times_from;
}

struct finding_words finding_in_words(const struct words *words, const struct view *view,
				      const struct finding *finding, size_t position)
{
	struct words plain = *words;
	struct finding_sides sides = sides_of(words, view, finding);
	struct finding_words out = { .measure = MEASURE_VALUE };
	double ratio;

	/* A card has no room for intervals. */
	plain.technical = false;
	if (says_times(view, finding, &ratio)) {
		const char *times =
			words_in_sentence(words, view->key.indicator, MEASURE_RATIO, ratio, NULL);

		out.measure = MEASURE_RATIO;
		out.figure = words_fill(words, STRING_TIMES,
					(struct placeholder[]){ { "r", times }, { 0 } });
		out.card = finding_card_times(&plain, view, &sides, times);
		out.sentence = times_sentence(words, view, &sides, times);
		return out;
	}
	out.figure = phrase_value(&plain, view, sides.first, sides.second);
	out.card = finding_card(&plain, view, finding, &sides);
	out.sentence = sentence_of(words, view, finding, &sides, position);
	return out;
}
