/*
 * indicator.h - what is measured, and how a figure of it is worked out and worded.
 *
 * An indicator comes from a catalogue file, from the report spec, or from a catalogue with some
 * properties replaced by the spec. Polarity, order of groups and units are always stated, never
 * guessed from values.
 */
#ifndef GRADIENT_MODEL_INDICATOR_H
#define GRADIENT_MODEL_INDICATOR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/location.h"
#include "base/verdict.h"

enum polarity {
	POLARITY_NONE, /* higher is neither better nor worse */
	POLARITY_HIGH_GOOD,
	POLARITY_LOW_GOOD,
};

enum { DECIMALS_BY_RULE = -1 };
enum { MULTIPLIER_BY_UNIT = 0 }; /* while an indicator is read, until its unit says which */

/* From a number to below another, as weeks waited; classes of one family may hold each other. */
struct indicator_class {
	bool known;
	double from, to; /* to: INFINITY when it is open */
};

struct indicator {
	const char *id;
	const char *set;    /* the catalogue it comes from; "" for a local one */
	const char *domain; /* heading under which it is reported; "" if none */
	const char *name;   /* in full */
	const char *short_name;
	const char *measure; /* singular noun phrase for sentences: "the rate of ..." */
	const char *
		in_short; /* goes on after a percentage: "of waits {where} were over 18 weeks"; "" if none */
	const char *events;     /* what is counted, plural: "admissions" */
	const char *population; /* out of what, plural: "people aged under 18" */
	const char *unit;       /* axis title and column heading; "%" for percentages */
	const char *numerator, *denominator; /* definitions, whole sentences or phrases */
	const char *caveat;                  /* "" if none */
	const char *method;                  /* name in the registry of methods */
	const char *standard;                /* name of the standard population; "" if none */
	const char *
		reference; /* organisation with the rates for indirect standardisation; "" if none */
	double at_age;     /* life expectancy: at the start of this age band, in years */
	double closing_age; /* life expectancy: the last age band starts here; 0 = that of the data */
	const char *codes; /* other names of it in data files, separated by "|" */
	const char
		*usual_source;  /* where such data usually come from; for the catalogue's readers */
	const char *breakdowns; /* dimensions that the statement asks for, separated by ";" */
	const char *
		confidence; /* how sure the catalogue is that its source says so: "verified", ... */
	double multiplier;  /* 1, 100, 1,000, 100,000, ... > 0 */
	int decimals;       /* printed decimals; DECIMALS_BY_RULE */
	bool byar_below_ten; /* Byar's limits for small counts too, as some publishers have them */
	enum polarity polarity;
	const char *source; /* id of the data source; "" = any */
	const char
		*denominator_source; /* id of a source that holds the denominators; "" = the same */
	struct location at;          /* where the report spec or the catalogue defines it */
	/* What follows is "" when the catalogue does not say. Lists are separated by ";". */
	const char *origin;    /* the set whose row it is, when set takes it from another one */
	const char *reporters; /* kinds of body that must report it: "icb;acute" */
	const char *reporters_confidence;  /* how sure that is, as confidence */
	const char *rule;                  /* disclosure rule that its usual source asks for */
	const char *other_breakdowns;      /* dimensions beyond breakdowns */
	const char *age_scope;             /* ages that it is about: "0-17", "14+", "all" */
	const char *choices;               /* choices of the definition that change the numbers */
	const char *inequality;            /* "access", "experience", "outcome", "health-status" */
	const char *nested_in;             /* indicator among whose events all events of this are */
	const char *denominator_indicator; /* indicator whose events are its denominator */
	const char *answered_by; /* "data-quality", "population", "need": without data of its own */
	const char *quality_of;  /* the dimension whose completeness answers it */
	const char *population_basis; /* "registered" or "resident" */
	const char *evidence;         /* where confidence comes from */
	const char *difference;       /* how the body's own definition differs; the spec's words */
	const char
		*family; /* those of one family divide their denominator: everyone is in one part */
	const char *side; /* of an agreement scale: "negative", "neutral" or "positive" */
	struct indicator_class class; /* which part it is, where parts are classes of a number */
};

struct indicators {
	struct indicator *items;
	size_t count, capacity;
};

/* An indicator of which nothing is known: every text "", multiplier and decimals by rule. */
struct indicator indicator_blank(void);

/* -1 when there is none of that id. */
int indicator_find(const struct indicators *indicators, const char *id);

/* True for percentages: the unit is "%" and the scale ends at 100. */
bool indicator_is_percentage(const struct indicator *indicator);

/* True when figures carry "%": percentages, and units such as "% of the baseline year", which may pass 100. */
bool indicator_in_percent(const struct indicator *indicator);

/*
 * Sets the class from what a spec or catalogue writes; an empty end is open. False, with the class as it was,
 * unless from is a number of 0 and more and to one above it.
 */
bool indicator_set_class(struct indicator *indicator, const char *from, const char *to);

/* "high", "low" or "neither", as a spec writes it. */
const char *polarity_name(enum polarity polarity);

enum favourable polarity_favours(enum polarity polarity);

#endif
