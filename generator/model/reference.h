/*
 * reference.h - lists that come from inputs/reference: groups, organisations, standard populations,
 * disclosure rules.
 */
#ifndef GRADIENT_MODEL_REFERENCE_H
#define GRADIENT_MODEL_REFERENCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "model/dimension.h"

/* A band of a standard population; upper < lower means no upper end. */
struct standard_band {
	double lower, upper, weight; /* ages in years; weight in people of the standard */
};

struct standard_population {
	const char *name;   /* as specs write it: "esp2013" */
	const char *label;  /* as it is printed: "European Standard Population 2013" */
	const char *source; /* where its weights are from; "" if not said */
	const char *scheme; /* "esp2013-19": one name may be cut into bands in several ways */
	struct standard_band *bands; /* from the youngest on, without overlap or gap */
	size_t count, capacity;
};

/* What must be hidden or rounded in figures of a source before anything is printed. */
struct disclosure_rule {
	const char *id, *applies_to, *note, *confidence;
	bool hides; /* counts from hide_from to hide_to are hidden */
	double hide_from, hide_to;
	bool shows_instead; /* small counts are shown as this number and not hidden */
	double shown_as;
	double round_to;         /* other counts are rounded to multiples of it; 0 = not */
	bool rates_from_rounded; /* crude rates and percentages are worked out from the rounded counts */
	bool secondary;      /* counts are exact, so that others must be hidden beside small ones */
	double least_values; /* how many numbers a small count must be able to be; 0 = not asked */
	const char *source;  /* where the rule is published */
	const char *level;   /* of whose figures it is: "national", "below-national", "" for any */
};

/* A body or area of organisations.csv; model/bodies.h answers questions about it. "" = not said. */
struct known_organisation {
	const char *code, *other_code, *name, *short_name; /* other_code: one or more, with ";" */
	const char *kind; /* icb, acute, mental-health, community, ambulance, region, national */
	const char *form; /* icb, nhs-trust, foundation-trust */
	const char
		*within; /* codes of the bodies around it, with ";"; "QUA@2026-04-01" = from then */
	const char *successors; /* codes, with ";" */
	const char *confidence, *note;
	struct date valid_from, valid_to; /* year 0 = not said, still open */
};

/* A term of the field, or an abbreviation, with what it means. */
struct glossary_entry {
	const char *term, *abbreviation; /* abbreviation: "" if none */
	const char *also;                /* other ways to write it, with "|" */
	const char *meaning, *confidence;
};

/* Words that authors should not use, with what to write in their place. Lists are separated by "|". */
struct avoided_words {
	bool is_cause;      /* tells a cause: beside a computed figure alone */
	const char *words;  /* any of these */
	const char *except; /* phrases in which they are meant; "" if none */
	const char *why, *instead;
};

/* A group of a classification that is part of a broader group of another one. */
struct nesting {
	int classification, group, within, within_group;
};

struct reference {
	struct dimensions dimensions;
	struct standard_population *standards;
	size_t standard_count, standard_capacity;
	struct disclosure_rule *rules;
	size_t rule_count, rule_capacity;
	struct known_organisation *organisations;
	size_t organisation_count, organisation_capacity;
	struct nesting *nestings;
	size_t nesting_count, nesting_capacity;
	struct glossary_entry *glossary;
	size_t glossary_count, glossary_capacity;
	struct avoided_words *avoided;
	size_t avoided_count, avoided_capacity;
};

/* NULL when there is none of that id. */
const struct disclosure_rule *disclosure_rule_find(const struct reference *reference,
						   const char *id);

/* What it does to figures, for readers; which data it is for, where the list does not say that. */
const char *disclosure_rule_meaning(const struct disclosure_rule *rule);

/* The first cut of the standard of that name; NULL when there is none. */
const struct standard_population *standard_find(const struct reference *reference,
						const char *name);

/*
 * The weight of an age band: of the band of the standard that it is, or of several that make it up together.
 * upper < lower means no upper end. False, leaving *weight alone, when the bands of the standard do not fit.
 */
bool standard_weight(const struct standard_population *standard, double lower, double upper,
		     double *weight);

/* By any of its codes; NULL when it is not known. */
const struct known_organisation *known_organisation_find(const struct reference *reference,
							 const char *code);

#endif
