#include "support/marked_plot.h"

#include "document/plot.h"
#include "document/plot_bodies.h"
#include "document/plot_ends.h"
#include "document/plot_funnel.h"
#include "document/plot_heat.h"
#include "document/plot_overlay.h"
#include "document/plot_parts.h"
#include "document/plot_places.h"
#include "document/plot_process.h"
#include "document/plot_shares.h"
#include "document/plot_waits.h"

struct visit {
	void (*each)(const char *text, void *context);
	void *context;
};

static void say(const struct visit *visit, const char *text)
{
	if (text != NULL && text[0] != '\0')
		visit->each(text, visit->context);
}

static void say_list(const struct visit *visit, const char *const *texts, size_t count)
{
	for (size_t i = 0; texts != NULL && i < count; i++)
		say(visit, texts[i]);
}

#define SAY(visit, ...)                                                                            \
	say_list(visit, (const char *const[]){ __VA_ARGS__ },                                      \
		 sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(const char *))

static void say_rows(const struct visit *visit, const struct plot *plot)
{
	for (size_t i = 0; i < plot->category_count; i++) {
		const struct plot_category *category = &plot->categories[i];

		SAY(visit, category->label, category->short_label, category->share_text,
		    category->end_label, category->note);
	}
	for (size_t i = 0; i < plot->series_count; i++)
		say(visit, plot->series[i].label);
	for (size_t i = 0; i < plot->category_count * plot->series_count; i++)
		SAY(visit, plot->values[i].text, plot->values[i].interval);
}

static void say_overlay(const struct visit *visit, const struct plot_overlay *overlay)
{
	for (size_t i = 0; i < overlay->target_count; i++)
		say(visit, overlay->targets[i].label);
	for (size_t i = 0; i < overlay->layer_count; i++)
		say(visit, overlay->layers[i].label);
	for (size_t i = 0; i < overlay->annotation_count; i++)
		SAY(visit, overlay->annotations[i].text, overlay->annotations[i].line);
}

static void say_places(const struct visit *visit, const struct plot *plot)
{
	if (plot->bodies != NULL)
		say_list(visit, plot->bodies->meanings, COMPARISON_HIGHER + 1);
	for (size_t i = 0; plot->places != NULL && i < plot->places->class_count; i++)
		say(visit, plot->places->classes[i].text);
	if (plot->funnel != NULL)
		SAY(visit, plot->funnel->centre_label, plot->funnel->size_title);
	for (size_t i = 0; plot->funnel != NULL && i < FUNNEL_CURVES; i++)
		say(visit, plot->funnel->curves[i].label);
}

static void say_ends(const struct visit *visit, const struct plot *plot)
{
	SAY(visit, plot->ends->interval_heading, plot->ends->others, plot->ends->break_label);
	for (size_t i = 0; i < plot->category_count; i++)
		SAY(visit, plot->ends->rows[i].interval, plot->ends->rows[i].first_name,
		    plot->ends->rows[i].second_name);
}

static void say_shares(const struct visit *visit, const struct plot *plot)
{
	const struct plot_waits *waits = plot->waits;

	if (plot->parts != NULL && plot->parts->meets) {
		say_list(visit, plot->parts->negative, plot->category_count);
		say_list(visit, plot->parts->positive, plot->category_count);
	}
	if (plot->shares != NULL) {
		SAY(visit, plot->shares->people_title, plot->shares->diagonal);
		say_list(visit, plot->shares->indices, plot->series_count);
	}
	if (waits == NULL)
		return;
	SAY(visit, waits->reading, waits->group_label, waits->all_label, waits->over_label,
	    waits->classes, waits->weeks_label, waits->median_label);
	say_list(visit, waits->over, plot->series_count);
	for (size_t i = 0; waits->medians != NULL && i < plot->series_count; i++)
		SAY(visit, waits->medians[i].text, waits->medians[i].line);
}

static void say_process(const struct visit *visit, const struct plot_process *process)
{
	SAY(visit, process->mean_label, process->limit_label, process->variation.letter,
	    process->variation.words, process->assurance.letter, process->assurance.words);
}

void plot_texts(const struct plot *plot, void each(const char *text, void *context), void *context)
{
	const struct visit visit = { each, context };

	SAY(&visit, plot->axis_title, plot->value_heading, plot->interval_heading,
	    plot->note_heading, plot->reference_label, plot->fitted_first_text,
	    plot->fitted_last_text, plot->fitted_label, plot->share_label, plot->empty_text,
	    plot->panel_title);
	say_rows(&visit, plot);
	say_places(&visit, plot);
	say_shares(&visit, plot);
	if (plot->overlay != NULL)
		say_overlay(&visit, plot->overlay);
	if (plot->ends != NULL)
		say_ends(&visit, plot);
	if (plot->process != NULL)
		say_process(&visit, plot->process);
	if (plot->heat != NULL) {
		say(&visit, plot->heat->row_heading);
		say_list(&visit, plot->heat->units, plot->series_count);
	}
	for (size_t i = 0; i < plot->panel_count; i++)
		plot_texts(plot->panels[i], each, context);
}
