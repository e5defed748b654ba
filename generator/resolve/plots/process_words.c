#include "resolve/plots/process_words.h"

#include <math.h>

#include "base/arena.h"

static const char *figure(const struct chart *chart, double number)
{
	return words_figure(chart->words, chart->view.key.indicator, chart->measure, number,
			    chart->block->decimals);
}

/* -- icons ----------------------------------------------------------------------------------------------- */

static struct process_icon variation_icon(const struct chart *chart,
					  const struct process_series *series)
{
	static const enum string_id words[] = {
		[VERDICT_SIMILAR] = STRING_CONTROL_USUAL, [VERDICT_BETTER] = STRING_CONTROL_BETTER,
		[VERDICT_WORSE] = STRING_CONTROL_WORSE,   [VERDICT_HIGHER] = STRING_CONTROL_HIGHER,
		[VERDICT_LOWER] = STRING_CONTROL_LOWER,
	};
	bool usual = series->variation == VERDICT_SIMILAR;
	bool up =
		series->course == PROCESS_COURSE_RISING || series->course == PROCESS_COURSE_HIGHER;

	if (series->variation == VERDICT_NOT_COMPARED)
		return (struct process_icon){ .letter = "", .words = "" };
	return (struct process_icon){
		.letter =
			usual ? ""
			      : word_of(chart->resolver, up ? STRING_CONTROL_H : STRING_CONTROL_L),
		.words = word_of(chart->resolver, words[series->variation]),
		.verdict = series->variation,
	};
}

static struct process_icon assurance_icon(const struct chart *chart, enum process_prospect prospect)
{
	static const struct {
		enum string_id letter, words;
		enum verdict verdict;
	} icons[] = {
		[PROCESS_PROSPECT_AT_TIMES] = { STRING_CONTROL_AT_TIMES,
						STRING_CONTROL_TARGET_AT_TIMES, VERDICT_SIMILAR },
		[PROCESS_PROSPECT_MET] = { STRING_CONTROL_P, STRING_CONTROL_TARGET_MET,
					   VERDICT_BETTER },
		[PROCESS_PROSPECT_MISSED] = { STRING_CONTROL_F, STRING_CONTROL_TARGET_MISSED,
					      VERDICT_WORSE },
	};

	if (prospect == PROCESS_PROSPECT_NONE)
		return (struct process_icon){ .letter = "", .words = "" };
	return (struct process_icon){ .letter = word_of(chart->resolver, icons[prospect].letter),
				      .words = word_of(chart->resolver, icons[prospect].words),
				      .verdict = icons[prospect].verdict };
}

/* -- title ----------------------------------------------------------------------------------------------- */

struct title_parts {
	struct placeholder parts[6];
};

static struct title_parts title_parts(const struct chart *chart, const char *period)
{
	return (struct title_parts){ {
		{ "name", words_capital(chart->words, chart->view.indicator->short_name) },
		{ "group", chart->by },
		{ "place", chart->place },
		{ "period", period },
		{ "measure", chart->view.indicator->measure },
		{ 0 },
	} };
}

void process_title(struct chart *chart)
{
	struct title_parts parts = title_parts(chart, chart->period);

	chart->title = words_capital(chart->words, chart->view.indicator->short_name);
	chart->subtitle = words_fill(chart->words,
				     chart->by[0] == '\0' ? STRING_SUBTITLE_CONTROL
							  : STRING_SUBTITLE_CONTROL_GROUP,
				     parts.parts);
}

static void say_last(struct chart *chart, enum process_course course, const char *period)
{
	static const enum string_id ids[] = {
		[PROCESS_COURSE_USUAL] = STRING_TITLE_CONTROL_USUAL,
		[PROCESS_COURSE_RISING] = STRING_TITLE_CONTROL_RISING,
		[PROCESS_COURSE_FALLING] = STRING_TITLE_CONTROL_FALLING,
		[PROCESS_COURSE_HIGHER] = STRING_TITLE_CONTROL_HIGHER,
		[PROCESS_COURSE_LOWER] = STRING_TITLE_CONTROL_LOWER,
	};
	struct title_parts parts = title_parts(chart, period);

	if (course != PROCESS_COURSE_NONE)
		chart->title = words_fill(chart->words, ids[course], parts.parts);
}

/* -- notes ----------------------------------------------------------------------------------------------- */

static bool has_verdict(const struct chart *chart, const struct plot_process *process,
			enum verdict a, enum verdict b)
{
	for (size_t i = 0; i < chart->plot->category_count; i++)
		if (process->verdicts[i] == a || process->verdicts[i] == b)
			return true;
	return false;
}

static void tell(struct chart *chart, enum string_id id)
{
	append_sentence(chart->resolver, &chart->kind_notes, word_of(chart->resolver, id));
}

static void add_notes(struct chart *chart, const struct plot_process *process)
{
	bool trial = false;

	tell(chart, STRING_NOTE_CONTROL_LIMITS);
	if (has_verdict(chart, process, VERDICT_BETTER, VERDICT_BETTER))
		tell(chart, STRING_NOTE_CONTROL_BETTER);
	if (has_verdict(chart, process, VERDICT_WORSE, VERDICT_WORSE))
		tell(chart, STRING_NOTE_CONTROL_WORSE);
	if (has_verdict(chart, process, VERDICT_HIGHER, VERDICT_LOWER))
		tell(chart, STRING_NOTE_CONTROL_NEITHER);
	for (size_t i = 0; i < process->stretch_count; i++)
		trial = trial || process->stretches[i].trial;
	if (trial)
		append_sentence(chart->resolver, &chart->kind_notes,
				words_fill(chart->words, STRING_NOTE_CONTROL_TRIAL,
					   (struct placeholder[]){
						   { "n", words_number(chart->words,
								       PROCESS_VALUES_FIRM, 0) },
						   { 0 } }));
	for (size_t i = 1; i < process->stretch_count; i++)
		append_sentence(
			chart->resolver, &chart->kind_notes,
			words_fill(chart->words, STRING_NOTE_CONTROL_ANEW,
				   (struct placeholder[]){
					   { "period",
					     chart->plot->categories[process->stretches[i].first]
						     .label },
					   { 0 } }));
}

/* -- all of it ------------------------------------------------------------------------------------------- */

static void set_labels(const struct chart *chart, struct plot_process *process)
{
	const struct process_stretch *last = &process->stretches[process->stretch_count - 1];
	struct placeholder parts[] = {
		{ "v", figure(chart, last->mean) },
		{ "low", isfinite(last->low) ? figure(chart, last->low) : "" },
		{ "high", isfinite(last->high) ? figure(chart, last->high) : "" },
		{ 0 },
	};

	process->mean_label = words_fill(chart->words, STRING_CONTROL_MEAN, parts);
	if (isfinite(last->low) && isfinite(last->high))
		process->limit_label = words_fill(chart->words, STRING_CONTROL_LIMITS, parts);
	else if (isfinite(last->high))
		process->limit_label = words_fill(chart->words, STRING_CONTROL_LIMIT_HIGH, parts);
	else if (isfinite(last->low))
		process->limit_label = words_fill(chart->words, STRING_CONTROL_LIMIT_LOW, parts);
}

void process_words(struct chart *chart, struct plot_process *process,
		   const struct process_series *series, const char *period)
{
	const char *lines, *target;

	process->variation = variation_icon(chart, series);
	process->assurance = assurance_icon(chart, series->prospect);
	set_labels(chart, process);
	say_last(chart, series->course, period);
	add_notes(chart, process);
	lines = process->limit_label;
	target = process->assurance.words;
	chart->spoken = arena_printf(chart->resolver->arena, "%s%s%s%s%s. %s",
				     words_capital(chart->words, process->mean_label),
				     lines[0] == '\0' ? "" : ", ", lines,
				     target[0] == '\0' ? "" : "; ", target, chart->title);
}
