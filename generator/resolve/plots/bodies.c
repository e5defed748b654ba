/*
 * bodies.c - one body among its peers, beside the country, the region, or all of them together.
 *
 * Nobody is given a rank: neighbours in such a list seldom differ.
 */
#include "resolve/plots/bodies.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "document/plot_bodies.h"
#include "indicator/compute.h"
#include "indicator/grade.h"
#include "model/bodies.h"

enum { TITLE_WORDS_MOST = 15, MANY_COMPARED = 10 };

/* What all of them are compared with. */
struct yardstick {
	bool known;
	struct value value;
	const char *place; /* "England"; "" for all of them together */
};

static struct date day_of(const struct resolver *resolver, int period)
{
	const struct period *facts = &resolver->dataset->periods[period];

	return facts->form == PERIOD_TEXT ? resolver->report->meta.period_to : facts->last;
}

/* The country around a body, else its region, whichever has a figure; -1 when neither has. */
static int body_around_own(const struct chart *chart)
{
	static const char *const kinds[] = { "national", "region" };
	const struct resolver *resolver = chart->resolver;
	const struct cell_key *key = &chart->view.key;
	const struct known_organisation *own =
		resolver->dataset->organisations[key->organisation].known;

	for (size_t i = 0; own != NULL && i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		const struct known_organisation *around =
			body_around(resolver->arena, resolver->reference, own, kinds[i],
				    day_of(resolver, key->period));
		int found =
			around == NULL ? -1 : organisation_find(resolver->dataset, around->code);
		struct cell_key there = *key;

		if (found < 0 || found == key->organisation)
			continue;
		there.organisation = found;
		there.classification = CLASSIFICATION_ALL;
		if (results_find(resolver->results, &there) != NULL)
			return found;
	}
	return -1;
}

/* Peers stand beside what is around the body; groups beside their total, or what compare names. */
static struct yardstick find_yardstick(struct chart *chart)
{
	struct resolver *resolver = chart->resolver;
	struct cell_key key = chart->view.key;
	struct yardstick yardstick = { .place = "" };
	int found =
		scope_has_peers(resolver, chart->scope)
			? body_around_own(chart)
			: scope_comparator(resolver, chart->scope, key.organisation, key.period);
	struct view view;

	if (chart->measure != MEASURE_VALUE ||
	    !method_find(chart->view.indicator->method)->compares ||
	    (found < 0 && (found == COMPARATOR_NONE || scope_has_peers(resolver, chart->scope))))
		return yardstick;
	key.organisation = found >= 0 ? found : key.organisation;
	key.classification = CLASSIFICATION_ALL;
	view = view_of(resolver->arena, resolver->results, &key);
	yardstick.place = resolver->dataset->organisations[key.organisation].short_name;
	yardstick.known = view.total != NULL && value_is_shown(&view.total->value);
	if (yardstick.known) {
		yardstick.value = view.total->value;
		use_values(resolver, &view, NULL, chart->block->at);
	}
	return yardstick;
}

static void draw_yardstick(struct chart *chart, const struct yardstick *yardstick)
{
	struct plot *plot = chart->plot;
	const char *printed;

	if (!yardstick->known)
		return;
	plot->has_reference = true;
	plot->reference = yardstick->value.estimate;
	printed = words_value(chart->words, chart->view.key.indicator, MEASURE_VALUE,
			      &yardstick->value, chart->block->decimals);
	note_printed(&chart->states, &yardstick->value, printed);
	plot->reference_label = words_fill(
		chart->words, STRING_REFERENCE_PLACE,
		(struct placeholder[]){ { "place", yardstick->place }, { "v", printed }, { 0 } });
}

static bool is_much(const struct chart *chart, const struct yardstick *yardstick,
		    const struct body_figure *body)
{
	const struct result *result = body->group != NULL ? body->group->result : body->view.total;

	return result != NULL && body->comparison != COMPARISON_NONE &&
	       grade_is_much(chart->resolver->results, &result->key, &yardstick->value);
}

/* Of another body than their own, groups are compared anew. */
static void compare(const struct chart *chart, const struct yardstick *yardstick,
		    struct body_figure *bodies, size_t count)
{
	bool own_total =
		chart->view.classification != NULL && chart->scope->reference.compare.text == NULL;

	for (size_t i = 0; i < count; i++) {
		if (!yardstick->known)
			bodies[i].comparison = COMPARISON_NONE;
		else if (!own_total)
			bodies[i].comparison = value_compare(&bodies[i].value, &yardstick->value);
		bodies[i].much = is_much(chart, yardstick, &bodies[i]);
	}
}

static size_t set_shapes(struct chart *chart, const struct yardstick *yardstick,
			 const struct body_figure *bodies, size_t count)
{
	struct arena *arena = chart->resolver->arena;
	enum polarity polarity = chart->view.indicator->polarity;
	struct plot_bodies *shapes = arena_alloc(arena, sizeof(*shapes));
	enum comparison *comparisons = arena_array(arena, count, sizeof(*comparisons));
	const struct placeholder parts[] = { { "place", yardstick->place }, { 0 } };
	size_t compared = 0;
	bool judged = polarity != POLARITY_NONE, high = polarity == POLARITY_HIGH_GOOD;

	for (size_t i = 0; i < count; i++) {
		comparisons[i] = bodies[i].comparison;
		compared += bodies[i].comparison != COMPARISON_NONE;
	}
	shapes->comparisons = comparisons;
	shapes->polarity = polarity;
	shapes->meanings[COMPARISON_NONE] = "";
	shapes->meanings[COMPARISON_SIMILAR] = words_fill(chart->words, STRING_SIMILAR_TO, parts);
	shapes->meanings[COMPARISON_HIGHER] = words_fill(chart->words,
							 !judged ? STRING_HIGHER_THAN
							 : high  ? STRING_BETTER_THAN
								 : STRING_WORSE_THAN,
							 parts);
	shapes->meanings[COMPARISON_LOWER] = words_fill(chart->words,
							!judged ? STRING_LOWER_THAN
							: high  ? STRING_WORSE_THAN
								: STRING_BETTER_THAN,
							parts);
	chart->plot->bodies = shapes;
	return compared;
}

static size_t count_words(const char *text)
{
	size_t words = 0;

	for (bool inside = false; *text != '\0'; text++) {
		words += *text != ' ' && !inside;
		inside = *text != ' ';
	}
	return words;
}

static enum string_id title_of_body(const struct body_figure *own, bool brief)
{
	static const enum string_id plain[][2] = {
		[COMPARISON_LOWER] = { STRING_TITLE_BODY_LOWER, STRING_TITLE_BODY_LOWER_BRIEF },
		[COMPARISON_SIMILAR] = { STRING_TITLE_BODY_SIMILAR,
					 STRING_TITLE_BODY_SIMILAR_BRIEF },
		[COMPARISON_HIGHER] = { STRING_TITLE_BODY_HIGHER, STRING_TITLE_BODY_HIGHER_BRIEF },
	};
	static const enum string_id much[][2] = {
		[COMPARISON_LOWER] = { STRING_TITLE_BODY_MUCH_LOWER,
				       STRING_TITLE_BODY_MUCH_LOWER_BRIEF },
		[COMPARISON_HIGHER] = { STRING_TITLE_BODY_MUCH_HIGHER,
					STRING_TITLE_BODY_MUCH_HIGHER_BRIEF },
	};

	return (own->much ? much : plain)[own->comparison][brief ? 1 : 0];
}

/* How the body that the report is of compares; without one of them, what is shown. */
static void set_title(struct chart *chart, const struct yardstick *yardstick,
		      const struct body_figure *bodies, size_t count)
{
	const struct body_figure *own = NULL;
	size_t owns = 0;

	for (size_t i = 0; i < count; i++)
		if (bodies[i].own) {
			own = &bodies[i];
			owns++;
		}
	if (owns == 1 && own->comparison != COMPARISON_NONE) {
		const struct placeholder parts[] = {
			{ "Subject",
			  words_capital(chart->words,
					short_subject(chart->words, chart->view.indicator)) },
			{ "body", own->label },
			{ "place", yardstick->place },
			{ 0 },
		};

		chart->title = words_fill(chart->words, title_of_body(own, false), parts);
		if (count_words(chart->title) > TITLE_WORDS_MOST)
			chart->title = words_fill(chart->words, title_of_body(own, true), parts);
		chart->title_rests_on = COMPARED_TOTAL;
	} else {
		chart->title = title_neutral(chart->words, &chart->view, chart->measure);
	}
}

/* True after a diagnostic when compare names neither peers nor a body: a slip is told as such. */
static bool names_nobody_known(struct chart *chart)
{
	const struct word *compare = &chart->scope->reference.compare;
	const struct cell_key *key = &chart->view.key;

	return compare->text != NULL && strcmp(compare->text, "none") != 0 &&
	       scope_comparator(chart->resolver, chart->scope, key->organisation, key->period) ==
		       COMPARATOR_NONE;
}

static bool plot_bodies(struct chart *chart)
{
	struct resolver *resolver = chart->resolver;
	struct body_figure *bodies;
	size_t count = find_bodies(chart, false, &bodies);
	struct yardstick yardstick;

	if (count == 0) {
		if (!names_nobody_known(chart))
			diag_add(
				resolver->diags, DIAG_CHART_BODIES, chart->block->at,
				chart->kind->name,
				"write by=\"organisation\", or compare=\"...\" with the id of <peers>");
		return false;
	}
	if (chart->view.classification == NULL && count > 1)
		chart->place =
			words_counted(chart->words, STRING_PLACE_AND_PEERS_OTHER, count - 1,
				      (struct placeholder[]){ { "place", chart->place }, { 0 } });
	yardstick = find_yardstick(chart);
	compare(chart, &yardstick, bodies, count);
	order_bodies(chart, bodies, count);
	set_bodies(chart, bodies, count, count);
	draw_yardstick(chart, &yardstick);
	if (set_shapes(chart, &yardstick, bodies, count) > MANY_COMPARED)
		append_sentence(resolver, &chart->kind_notes, chance_note(chart->words));
	set_title(chart, &yardstick, bodies, count);
	return true;
}

const struct plot_maker plot_maker_bodies = {
	.shape = SHAPE_BODIES,
	.without_breakdown = true,
	.make = plot_bodies,
};
