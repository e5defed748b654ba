#include "indicator/key_findings.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text_list.h"
#include "indicator/finding_parts.h"

enum { DOMAIN_MOST = 2, SIMILAR_FROM = 4 };

/* -- who is in the way of whom ------------------------------------------------------------------ */

static const struct indicator *indicator_of(const struct results *results,
					    const struct finding *finding)
{
	return &results->dataset->indicators->items[finding->key.indicator];
}

static bool is_taken(const struct finding *finding)
{
	return finding->fate <= FINDING_NO_DIFFERENCE;
}

static bool is_part_of(const struct indicator *part, const struct indicator *whole)
{
	if (part->family[0] != '\0' && strcmp(part->family, whole->family) == 0)
		return true;
	return list_has(part->nested_in, ";", whole->id) ||
	       strcmp(part->denominator_indicator, whole->id) == 0;
}

/* FINDING_CHOSEN when nothing that is taken is on the same point. */
static enum finding_fate conflict(const struct results *results, const struct findings *findings,
				  const struct finding *candidate, const struct finding *leaving)
{
	const struct indicator *own = indicator_of(results, candidate);
	size_t domain = 0;

	for (size_t i = 0; i < findings->count; i++) {
		const struct finding *other = &findings->items[i];
		const struct indicator *others = indicator_of(results, other);

		if (!is_taken(other) || other == leaving || other == candidate)
			continue;
		if (others == own)
			return FINDING_SAME_INDICATOR;
		if (is_part_of(own, others) || is_part_of(others, own))
			return FINDING_SAME_EVENTS;
		domain += own->domain[0] != '\0' && strcmp(own->domain, others->domain) == 0;
	}
	return domain >= DOMAIN_MOST ? FINDING_SAME_DOMAIN : FINDING_CHOSEN;
}

/* -- choosing ----------------------------------------------------------------------------------- */

/* A choice on its way; findings are in the order of their scores. */
struct choosing {
	const struct results *results;
	const struct finding_wish *wish;
	struct findings *findings;
	const struct finding **order; /* those taken */
	size_t count;
};

static void take(struct choosing *choosing, struct finding *finding, enum finding_fate fate)
{
	finding->fate = fate;
	choosing->order[choosing->count++] = finding;
}

static bool is_excluded(const struct finding_wish *wish, const struct finding *finding)
{
	for (size_t i = 0; i < wish->except_count; i++)
		if (wish->except[i] == finding->key.indicator)
			return true;
	return false;
}

static bool is_pinned(const struct finding_pin *pin, const struct finding *finding)
{
	return pin->indicator == finding->key.indicator &&
	       (pin->classification == CLASSIFICATION_ALL ||
		pin->classification == finding->key.classification);
}

/* A pin may also be of a difference that is not clear; that it is not is then said. */
static void take_pinned(struct choosing *choosing)
{
	const struct finding_wish *wish = choosing->wish;

	for (size_t p = 0; p < wish->pin_count && choosing->count < wish->most; p++)
		for (size_t i = 0; i < choosing->findings->count; i++) {
			struct finding *finding = &choosing->findings->items[i];

			if (!is_pinned(&wish->pins[p], finding) || is_taken(finding) ||
			    finding->fate == FINDING_NOT_SHOWN ||
			    finding->fate == FINDING_ONE_SIDED)
				continue;
			take(choosing, finding, FINDING_PINNED);
			break;
		}
}

static void take_by_score(struct choosing *choosing)
{
	for (size_t i = 0; i < choosing->findings->count; i++) {
		struct finding *finding = &choosing->findings->items[i];

		if (finding->fate != FINDING_BEYOND)
			continue;
		finding->fate = conflict(choosing->results, choosing->findings, finding, NULL);
		if (finding->fate != FINDING_CHOSEN)
			continue;
		if (choosing->count < choosing->wish->most)
			take(choosing, finding, FINDING_CHOSEN);
		else
			finding->fate = FINDING_BEYOND;
	}
}

/* The last that was chosen by its score; NULL when all have another reason. */
static struct finding *last_by_score(struct choosing *choosing)
{
	for (size_t i = choosing->findings->count; i-- > 0;)
		if (choosing->findings->items[i].fate == FINDING_CHOSEN)
			return &choosing->findings->items[i];
	return NULL;
}

/* Puts one at the end, in the place of the last when there is no room. */
static void take_instead(struct choosing *choosing, struct finding *finding,
			 struct finding *leaving, enum finding_fate fate)
{
	size_t kept = 0;

	for (size_t i = 0; i < choosing->count; i++)
		if (choosing->order[i] != leaving)
			choosing->order[kept++] = choosing->order[i];
	choosing->count = kept;
	if (leaving != NULL)
		leaving->fate = FINDING_BEYOND;
	take(choosing, finding, fate);
}

/* What a finding is worth as one of a kind; below 0 when it is none. */
typedef double worth_of(const struct results *results, const struct finding *finding);

static double other_direction(const struct results *results, const struct finding *finding)
{
	(void)results;
	return finding->form == FINDING_ENDS && finding->judgement > 0 ? finding->score : -1;
}

/* The best of a kind that is not taken and could be; it takes the place of the last by score. */
static void add_one_of(struct choosing *choosing, worth_of *worth, enum finding_fate fate)
{
	struct finding *leaving =
		choosing->count < choosing->wish->most ? NULL : last_by_score(choosing);
	struct finding *best = NULL;
	double most = 0;

	if (choosing->count >= choosing->wish->most && leaving == NULL)
		return;
	for (size_t i = 0; i < choosing->findings->count; i++) {
		struct finding *finding = &choosing->findings->items[i];
		double own = worth(choosing->results, finding);

		if (is_taken(finding) || finding->fate == FINDING_EXCLUDED ||
		    finding->fate == FINDING_NOT_SHOWN || own <= most ||
		    conflict(choosing->results, choosing->findings, finding, leaving) !=
			    FINDING_CHOSEN)
			continue;
		best = finding;
		most = own;
	}
	if (best != NULL)
		take_instead(choosing, best, leaving, fate);
}

static bool has_other_direction(const struct choosing *choosing)
{
	for (size_t i = 0; i < choosing->count; i++)
		if (other_direction(choosing->results, choosing->order[i]) >= 0)
			return true;
	return false;
}

static int by_score(const void *a, const void *b)
{
	const struct finding *first = a, *second = b;

	if (first->score != second->score)
		return first->score > second->score ? -1 : 1;
	return cell_key_compare(&first->key, &second->key);
}

/* What was in the way of a finding may have made room for another. */
static void tell_why_not(struct choosing *choosing)
{
	for (size_t i = 0; i < choosing->findings->count; i++) {
		struct finding *finding = &choosing->findings->items[i];

		if (finding->fate < FINDING_SAME_INDICATOR)
			continue;
		finding->fate = conflict(choosing->results, choosing->findings, finding, NULL);
		if (finding->fate == FINDING_CHOSEN)
			finding->fate = FINDING_BEYOND;
	}
}

/* The chosen first, in their order; the others stay in that of their scores. */
static void put_in_order(struct arena *arena, struct choosing *choosing)
{
	struct findings *findings = choosing->findings;
	struct finding *items = arena_array(arena, findings->count + 1, sizeof(*items));
	size_t count = 0;

	for (size_t i = 0; i < choosing->count; i++)
		items[count++] = *choosing->order[i];
	findings->chosen = count;
	for (size_t i = 0; i < findings->count; i++)
		if (!is_taken(&findings->items[i]))
			items[count++] = findings->items[i];
	findings->items = items;
}

struct findings key_findings(struct arena *arena, const struct results *results,
			     const struct finding_wish *wish)
{
	struct findings findings = finding_candidates(arena, results, wish->organisation);
	struct choosing choosing = {
		.results = results,
		.wish = wish,
		.findings = &findings,
		.order = arena_array(arena, findings.count + 1, sizeof(*choosing.order)),
	};

	if (findings.count == 0)
		return findings;
	qsort(findings.items, findings.count, sizeof(*findings.items), by_score);
	for (size_t i = 0; i < findings.count; i++)
		if (is_excluded(wish, &findings.items[i]))
			findings.items[i].fate = FINDING_EXCLUDED;
	take_pinned(&choosing);
	take_by_score(&choosing);
	if (choosing.count > 1 && !has_other_direction(&choosing))
		add_one_of(&choosing, other_direction, FINDING_OTHER_DIRECTION);
	if (wish->most >= SIMILAR_FROM)
		add_one_of(&choosing, finding_similarity, FINDING_NO_DIFFERENCE);
	tell_why_not(&choosing);
	put_in_order(arena, &choosing);
	return findings;
}

const char *finding_fate_words(enum finding_fate fate)
{
	static const char *const words[] = {
		[FINDING_CHOSEN] = "chosen: its score is among the highest",
		[FINDING_PINNED] = "chosen: the report asks for it",
		[FINDING_OTHER_DIRECTION] =
			"chosen: the best in which the more deprived are better off",
		[FINDING_NO_DIFFERENCE] = "chosen: the best in which groups surely do not differ",
		[FINDING_EXCLUDED] = "passed over: the report leaves the indicator out",
		[FINDING_NOT_SHOWN] =
			"passed over: a figure is hidden, missing or of low reliability",
		[FINDING_NOT_CLEAR] = "passed over: the difference could be due to chance",
		[FINDING_ONE_SIDED] =
			"passed over: the figures of all groups lie on the same side of the total",
		[FINDING_SAME_INDICATOR] = "passed over: a finding of the indicator is chosen",
		[FINDING_SAME_EVENTS] =
			"passed over: a finding is chosen that counts the same events",
		[FINDING_SAME_DOMAIN] = "passed over: two findings of the domain are chosen",
		[FINDING_BEYOND] = "passed over: others have higher scores",
	};

	return words[fate];
}
