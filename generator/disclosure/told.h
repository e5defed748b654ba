/*
 * told.h - counts that an earlier statement has shown.
 *
 * A count that everybody knows cannot be hidden any more, neither for itself nor for others. One that was revised
 * since is another count: nobody knows the new one from the old, which therefore says nothing.
 */
#ifndef GRADIENT_DISCLOSURE_TOLD_H
#define GRADIENT_DISCLOSURE_TOLD_H

#include "disclosure/problem.h"
#include "model/reference.h"
#include "model/value.h"

/* Makes a count known as it was told; told may be NULL for nothing. */
void told_take(struct count *count, const struct disclosure_rule *rule,
	       const struct quantity *told);

#endif
