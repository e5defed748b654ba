/*
 * plan_check.h - what a source must say before any of its rows is read; shared by the files of this folder
 * alone.
 */
#ifndef GRADIENT_DATA_PLAN_CHECK_H
#define GRADIENT_DATA_PLAN_CHECK_H

#include "data/record.h"

/*
 * False after diagnostics: a role that every row needs and no rule gives, or a classification that does not
 * exist. Said once for the source, not for each of its rows.
 */
bool plan_check(struct record_reader *reader, const struct source_plan *plan);

#endif
