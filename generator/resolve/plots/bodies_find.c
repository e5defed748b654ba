/*
 * bodies_find.c - which bodies a chart shows side by side, and in what order.
 */
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "indicator/figure.h"
#include "resolve/plots/bodies.h"

static bool is_of_report(const struct resolver *resolver, int organisation)
{
	const char *code = resolver->report->reference.organisation.text;

	return code != NULL && organisation_find(resolver->dataset, code) == organisation;
}

/* A name in emphasise="A|B". */
static bool is_listed(const struct chart *chart, const char *code, const char *label)
{
	for (const char *at = chart->block->emphasise.text; at != NULL;) {
		size_t length = strcspn(at, "|");
		const char *name = arena_strndup(chart->resolver->arena, at, length);

		if (strcasecmp(name, code) == 0 || strcasecmp(name, label) == 0)
			return true;
		at = at[length] == '\0' ? NULL : at + length + 1;
	}
	return false;
}

static const char *other_code(const struct resolver *resolver, const char *code)
{
	const struct known_organisation *known = known_organisation_find(resolver->reference, code);

	return known == NULL
		       ? ""
		       : arena_printf(resolver->arena, "%s;%s", known->code, known->other_code);
}

/* Data that give a code and no name: that of the list of bodies. */
static const char *name_of(const struct chart *chart, int group, const char *code)
{
	const struct known_organisation *known =
		known_organisation_find(chart->resolver->reference, code);
	const char *label = words_group(chart->words, chart->view.classification, group);

	return known != NULL && strcasecmp(label, code) == 0 ? known->short_name : label;
}

static struct body_figure body_of_group(struct chart *chart, const struct view_group *group)
{
	const struct resolver *resolver = chart->resolver;
	const struct classification *classification = chart->view.classification;
	const char *code = classification->groups[group->group].code;
	struct body_figure body = {
		.code = code,
		.other = other_code(resolver, code),
		.label = name_of(chart, group->group, code),
		.view = chart->view,
		.group = group,
		.value = view_group_measure(&chart->view, group, chart->measure),
		.comparison = group->result == NULL ? COMPARISON_NONE : group->result->against_all,
	};
	int organisation = organisation_find(resolver->dataset, code);

	body.own = chart->block->emphasise.text != NULL
			   ? is_listed(chart, code, body.label)
			   : organisation >= 0 && is_of_report(resolver, organisation);
	return body;
}

static struct body_figure body_of_total(struct chart *chart, int organisation, bool own)
{
	const struct resolver *resolver = chart->resolver;
	const struct organisation *facts = &resolver->dataset->organisations[organisation];
	struct cell_key key = chart->view.key;
	struct body_figure body = {
		.code = facts->code,
		.other = other_code(resolver, facts->code),
		.label = facts->short_name,
		.own = chart->block->emphasise.text != NULL
			       ? is_listed(chart, facts->code, facts->short_name)
			       : own,
	};

	key.organisation = organisation;
	key.classification = CLASSIFICATION_ALL;
	body.view = view_of(resolver->arena, resolver->results, &key);
	body.value = view_group_measure(&body.view, NULL, chart->measure);
	return body;
}

static size_t find_peers(struct chart *chart, struct body_figure *bodies)
{
	struct cell_key key = chart->view.key;
	int peers[BODIES_MOST];
	size_t count = scope_peers(chart->resolver, chart->scope, key.organisation, peers,
				   BODIES_MOST - 1);

	key.classification = CLASSIFICATION_ALL;
	chart->view = view_of(chart->resolver->arena, chart->resolver->results, &key);
	chart->by = "";
	bodies[0] = body_of_total(chart, key.organisation, true);
	for (size_t i = 0; i < count; i++)
		bodies[i + 1] = body_of_total(chart, peers[i], false);
	return count + 1;
}

size_t find_bodies(struct chart *chart, bool any_groups, struct body_figure **bodies)
{
	const struct classification *classification = chart->view.classification;
	bool of_groups = classification != NULL && !classification->ordered &&
			 (any_groups || classification->form == CLASSIFICATION_ORGANISATION);
	size_t count = 0;

	*bodies = arena_array(chart->resolver->arena, BODIES_MOST, sizeof(**bodies));
	if (scope_has_peers(chart->resolver, chart->scope))
		return find_peers(chart, *bodies);
	for (size_t i = 0; of_groups && i < chart->view.ordinary && count < BODIES_MOST; i++)
		if (chart->view.groups[i].value.state != VALUE_NOT_APPLICABLE)
			(*bodies)[count++] = body_of_group(chart, &chart->view.groups[i]);
	return count;
}

static bool stands_before(const struct body_figure *a, const struct body_figure *b, bool lowest)
{
	bool shown = value_is_shown(&a->value);

	if (shown != value_is_shown(&b->value))
		return shown;
	if (!shown || a->value.estimate == b->value.estimate)
		return strcmp(a->label, b->label) < 0;
	return lowest ? a->value.estimate < b->value.estimate
		      : a->value.estimate > b->value.estimate;
}

void order_bodies(const struct chart *chart, struct body_figure *bodies, size_t count)
{
	const char *order = chart->block->order.text;
	bool lowest = order != NULL && strcmp(order, "reverse") == 0;

	if (order != NULL && strcmp(order, "given") == 0)
		return;
	for (size_t i = 1; i < count; i++) {
		struct body_figure moved = bodies[i];
		size_t at = i;

		for (; at > 0 && stands_before(&moved, &bodies[at - 1], lowest); at--)
			bodies[at] = bodies[at - 1];
		bodies[at] = moved;
	}
}

void set_bodies(struct chart *chart, const struct body_figure *bodies, size_t count, size_t figures)
{
	struct resolver *resolver = chart->resolver;
	struct plot *plot = chart->plot;

	plot_set_categories(resolver->arena, plot, count);
	plot_set_series(resolver->arena, plot, 1);
	for (size_t i = 0; i < count; i++) {
		struct plot_category *category = &plot->categories[i];

		category->label = category->short_label = bodies[i].label;
		category->emphasised = bodies[i].own;
		plot->has_emphasis = plot->has_emphasis || bodies[i].own;
		if (i >= figures)
			continue;
		plot->values[i] = plot_value_of(chart, &bodies[i].view, bodies[i].group);
		if (bodies[i].group == NULL && bodies[i].view.total != NULL)
			chart->source_count = add_source(resolver, bodies[i].view.total,
							 chart->sources, chart->source_count);
	}
}
