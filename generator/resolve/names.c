#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "resolve/inline_parts.h"

static const char *source_names(struct resolver *resolver, int indicator)
{
	const struct dataset *dataset = resolver->dataset;
	const char *names = "";

	for (size_t i = 0; i < dataset->source_count; i++) {
		bool used = strcmp(dataset->indicators->items[indicator].denominator_source,
				   dataset->sources[i].id) == 0;

		for (size_t j = 0; j < resolver->results->count && !used; j++)
			used = resolver->results->items[j].key.indicator == indicator &&
			       resolver->results->items[j].source == (int)i;
		if (used)
			names = arena_printf(resolver->arena, "%s%s%s", names,
					     names[0] == '\0' ? "" : "; ",
					     dataset->sources[i].title);
	}
	return names;
}

static const char *name_of_group(struct resolver *resolver, const struct view *view, int group,
				 bool brief)
{
	/* Ages stand in the middle of a sentence: "at ages under 18". */
	if (view->classification->form == CLASSIFICATION_AGE_BANDS && group != GROUP_ALL &&
	    view->classification->groups[group].kind == GROUP_ORDINARY)
		return words_group_phrase(&resolver->words, view->classification, group);
	return brief ? words_group_short(&resolver->words, view->classification, group)
		     : words_group(&resolver->words, view->classification, group);
}

/* All groups that share the highest figure, or the lowest: none of them alone is the highest. */
static const char *name_of_equals(struct resolver *resolver, const struct view *view,
				  const struct view_group *group, bool brief)
{
	const char **names = arena_array(resolver->arena, view->ordinary + 1, sizeof(*names));
	size_t count = 0;

	if (!value_is_shown(&group->value))
		return name_of_group(resolver, view, group->group, brief);
	for (size_t i = 0; i < view->ordinary; i++)
		if (value_is_shown(&view->groups[i].value) &&
		    view->groups[i].value.estimate == group->value.estimate)
			names[count++] =
				name_of_group(resolver, view, view->groups[i].group, brief);
	return names_joined(&resolver->words, names, count);
}

static const char *name_in_key(struct resolver *resolver, const struct scope *scope,
			       const struct inline_part *part, const char *of, bool brief)
{
	const struct dataset *dataset = resolver->dataset;
	const struct view_group *group;
	struct view view;

	if (!find_figure(resolver, scope, part, &view, &group))
		return "";
	if (strcmp(of, "period") == 0)
		return brief ? words_period_short(&resolver->words,
						  &dataset->periods[view.key.period])
			     : words_period(&resolver->words, &dataset->periods[view.key.period]);
	if (strcmp(of, "dimension") == 0)
		return view.classification == NULL ? "" : view.classification->label;
	if (group == NULL)
		return words_whole(&resolver->words, view.indicator);
	if (scope_is_extreme(&part->reference.group))
		return name_of_equals(resolver, &view, group, brief);
	return name_of_group(resolver, &view, group->group, brief);
}

/* Of several bodies all names. */
static const char *name_of_comparator(struct resolver *resolver, const struct scope *within,
				      const struct inline_part *part, bool brief)
{
	const struct organisation *bodies = resolver->dataset->organisations;
	int organisation = scope_organisation(resolver, within, part->at);
	int found[PEERS_MOST];
	const char *names[PEERS_MOST];
	size_t count = 1;

	if (scope_has_peers(resolver, within))
		count = scope_peers(resolver, within, organisation, found, PEERS_MOST);
	else
		found[0] = scope_comparator(resolver, within, organisation, -1);
	if (count == 0 || found[0] < 0)
		return "";
	for (size_t i = 0; i < count; i++)
		names[i] = brief ? bodies[found[i]].short_name : bodies[found[i]].name;
	return names_joined(&resolver->words, names, count);
}

const char *resolve_name(struct resolver *resolver, const struct scope *scope,
			 const struct inline_part *part)
{
	struct scope within = scope_within(scope, &part->reference);
	bool brief = part->form.text != NULL && strcmp(part->form.text, "short") == 0;
	const struct dataset *dataset = resolver->dataset;
	const char *of = part->what.text;
	int found;

	if (strcmp(of, "domain") == 0 && scope->domain != NULL)
		return scope->domain;
	if (strcmp(of, "comparator") == 0)
		return name_of_comparator(resolver, &within, part, brief);
	if (strcmp(of, "organisation") == 0) {
		found = scope_organisation(resolver, &within, part->at);
		if (found < 0)
			return "";
		return brief ? dataset->organisations[found].short_name
			     : dataset->organisations[found].name;
	}
	if (strcmp(of, "period") == 0 && within.reference.indicator.text == NULL)
		return resolver->report->meta.period_text;
	if (strcmp(of, "period") == 0 || strcmp(of, "group") == 0 || strcmp(of, "dimension") == 0)
		return name_in_key(resolver, scope, part, of, brief);
	found = scope_indicator(resolver, &within, part->at);
	if (found < 0)
		return "";
	if (strcmp(of, "domain") == 0)
		return dataset->indicators->items[found].domain;
	if (strcmp(of, "measure") == 0)
		return dataset->indicators->items[found].measure;
	if (strcmp(of, "source") == 0)
		return source_names(resolver, found);
	return brief ? dataset->indicators->items[found].short_name
		     : dataset->indicators->items[found].name;
}

const char *group_heard(const struct resolver *resolver,
			const struct classification *classification, int group)
{
	const char *name;

	if (group == GROUP_ALL || !classification->ordered)
		return NULL;
	name = words_group(&resolver->words, classification, group);
	if (!isdigit((unsigned char)name[0]))
		return NULL;
	return words_fill(&resolver->words, STRING_HEARD_GROUP,
			  (struct placeholder[]){ { "classification", classification->label },
						  { "group", name },
						  { 0 } });
}

struct text heard_text(struct resolver *resolver, const char *words, const char *heard)
{
	struct text text = shorthand_text(resolver, words);

	if (heard == NULL || text.count != 1)
		return text;
	text.runs[0]->expansion = heard;
	text.runs[0]->heard = true;
	return text;
}
