/// The functions in R that every script begins with.
enum RFunctions {
  static let text = #"""
    # Conditions: NA, as where a value is missing, is not true.
    is_true <- function(condition) !is.na(condition) & condition

    # The values of the first of several conditions that holds: condition, value, condition, value, else.
    cases <- function(...) {
      parts <- list(...)
      n <- if (any(lengths(parts) == 0)) 0 else max(lengths(parts))
      result <- rep_len(parts[[length(parts)]], n)
      for (place in rev(seq(1, length(parts) - 1, by = 2))) {
        hit <- which(rep_len(is_true(parts[[place]]), n))
        result[hit] <- rep_len(parts[[place + 1]], n)[hit]
      }
      result
    }
    or_else <- function(value, other) cases(is.na(value), other, value)

    # Days are numbers of days since 1 January 1970.
    day <- function(text) as.numeric(as.Date(text))
    parts_of <- function(day) as.POSIXlt(as.Date(day, origin = "1970-01-01"))
    year_of <- function(day) parts_of(day)$year + 1900
    # The first day of a month, by the number of months since year 0.
    first_of_month <- function(month) {
      each <- unique(month[!is.na(month)])
      day(sprintf("%04d-%02d-01", as.integer(each %/% 12), as.integer(each %% 12 + 1)))[match(month, each)]
    }
    # The same day so many months later, or the last day of a month that is shorter.
    plus_months <- function(day, months) {
      parts <- parts_of(day)
      month <- 12 * (parts$year + 1900) + parts$mon + months
      pmin(first_of_month(month) + parts$mday - 1, first_of_month(month + 1) - 1)
    }

    # Rows: a data frame, and what is done to all of its rows at once.
    pick <- function(rows, places) {
      structure(lapply(rows, function(column) column[places]), names = names(rows),
        row.names = .set_row_names(length(places)), class = "data.frame")
    }
    keep <- function(rows, condition) {
      holds <- is_true(eval(substitute(condition), rows, parent.frame()))
      pick(rows, which(rep_len(holds, nrow(rows))))
    }
    add <- function(rows, ...) {
      terms <- eval(substitute(alist(...)))
      for (name in names(terms)) {
        value <- eval(terms[[name]], rows, parent.frame())
        rows[[name]] <- if (nrow(rows) == 0) value[0] else rep_len(value, nrow(rows))
      }
      rows
    }
    # The number of each row's group, in the order in which the groups are met.
    group <- function(...) {
      key <- paste(..., sep = "\r")
      match(key, unique(key))
    }
    sorted <- function(rows, ...) {
      keys <- lapply(eval(substitute(alist(...))), eval, rows, parent.frame())
      pick(rows, do.call(order, c(keys, method = "radix")))
    }
    first_of <- function(rows, ...) {
      keys <- lapply(eval(substitute(alist(...))), eval, rows, parent.frame())
      pick(rows, which(!duplicated(do.call(group, keys))))
    }
    stack <- function(rows, others) {
      columns <- lapply(names(others), function(name) c(rows[[name]], others[[name]]))
      structure(columns, names = names(others), row.names = .set_row_names(nrow(rows) + nrow(others)),
        class = "data.frame")
    }
    # Adds columns of rows of which no two have the same keys. A row without a partner has NA, or goes where one is required.
    join <- function(rows, others, keys, take, required = FALSE) {
      whole <- rowSums(is.na(others[keys])) == 0
      others <- pick(others, which(whole))
      key <- do.call(paste, c(unname(as.list(others[keys])), sep = "\r"))
      if (anyDuplicated(key)) stop("Two rows have the same ", paste(keys, collapse = ", "), ": see the columns above.")
      place <- match(do.call(paste, c(unname(as.list(rows[keys])), sep = "\r")), key)
      if (is.null(names(take))) names(take) <- take
      names(take)[names(take) == ""] <- take[names(take) == ""]
      for (name in names(take)) rows[[name]] <- others[[take[[name]]]][place]
      if (required) pick(rows, which(!is.na(place))) else rows
    }

    # Values of groups, for each row. Letters are in the order of their codes, whatever the language of the machine.
    first_in <- function(value, group, order) {
      first <- order[!duplicated(group[order])]
      value[first][match(group, group[first])]
    }
    least <- function(value, group) first_in(value, group, order(group, value, method = "radix"))
    greatest <- function(value, group) {
      first_in(value, group, order(group, value, decreasing = c(FALSE, TRUE), method = "radix"))
    }
    last <- function(value, group) first_in(value, group, rev(seq_along(value)))
    total <- function(value, group) if (length(value)) rowsum(value, group)[group, 1] else value
    # Values along rows that are sorted, so that those of a group stand together.
    previous <- function(value, group) {
      if (!length(value)) return(value)
      before <- c(value[NA_integer_], value[-length(value)])
      before[!duplicated(group)] <- NA
      before
    }
    running_sum <- function(value, group) {
      sums <- cumsum(value)
      first <- which(!duplicated(group))
      sums - (sums - value)[first][match(group, group[first])]
    }
    # A step of 10 million days from group to group keeps each apart from the one before.
    greatest_before <- function(value, group) previous(cummax(value + 1e7 * group) - 1e7 * group, group)

    # Each day with the number of working days up to it.
    calendar <- function(first, last, holidays) {
      days <- first:last
      is_working <- as.numeric((days + 3) %% 7 < 5 & !(days %in% holidays))
      data.frame(day = as.numeric(days), number = cumsum(is_working), is_working = is_working)
    }

    # The tables.
    of_years <- function(rows, from, to) keep(rows, year >= from & year <= to)
    returns_of <- function(...) {
      all <- do.call(rbind, lapply(list(...), function(rows) rows[c("authority", "year")]))
      first_of(all, authority, year)
    }
    read_table <- function(name, columns, days, numbers) {
      file <- file.path(folder, paste0(c("", "synthetic_"), name, ".csv"))
      file <- file[file.exists(file)]
      if (length(file) != 1) stop("There has to be one file ", name, ".csv in ", folder, ".", call. = FALSE)
      if (startsWith(basename(file), "synthetic_")) is_synthetic <<- TRUE
      rows <- read.csv(file, colClasses = "character", na.strings = "", strip.white = TRUE, encoding = "UTF-8")
      names(rows) <- tolower(names(rows))
      lacking <- setdiff(c("authority", "year", columns), names(rows))
      if (length(lacking)) stop(file, " has no column ", paste(lacking, collapse = ", "), ".", call. = FALSE)
      rows <- rows[c("authority", "year", columns)]
      for (column in c("year", numbers)) rows[[column]] <- read_values(rows[[column]], as.numeric, file, column)
      for (column in days) rows[[column]] <- read_values(rows[[column]], read_day, file, column)
      for (column in setdiff(columns, c(days, numbers))) rows[[column]] <- toupper(rows[[column]])
      rows
    }
    read_day <- function(text) as.numeric(as.Date(text, format = "%Y-%m-%d"))
    # Each different text is read once.
    read_values <- function(text, read, file, column) {
      each <- unique(text[!is.na(text)])
      values <- suppressWarnings(read(each))
      if (anyNA(values)) stop(file, ": the column ", column, " has a text that does not read.", call. = FALSE)
      as.numeric(values)[match(text, each)]
    }

    # What a measure counts, for each authority that has a return of the year: NA where it lacks a return of a year before
    # that the measure looks back to.
    figure <- function(measure, rows, held, above, below = NULL, of = NULL, each = NULL, years = 1, divisor = NULL) {
      value <- function(term) eval(term, rows, parent.frame(2))
      place <- match(rows$authority, held$authority)
      count <- function(holds) as.numeric(tabulate(place[which(rep_len(is_true(holds), nrow(rows)))], nrow(held)))
      counted <- is_true(rep_len(value(substitute(above)), nrow(rows)))
      of <- value(substitute(of))
      each <- value(substitute(each))
      if (!is.null(each)) counted <- counted & !is.na(each) & !duplicated(paste(counted, rows$authority, each, sep = "\r"))
      numerator <- count(counted)
      if (!is.null(of)) {
        summed <- which(counted & !is.na(of) & !is.na(place))
        sums <- tapply(of[summed], factor(place[summed], levels = seq_len(nrow(held))), sum)
        numerator <- ifelse(is.na(sums), 0, as.numeric(sums))
      }
      below <- value(substitute(below))
      denominator <- rep(NA_real_, nrow(held))
      if (!is.null(below)) denominator <- count(below)
      if (!is.null(divisor)) denominator <- divisor$population[match(held$authority, divisor$authority)]
      known <- held$years_held >= years
      pick(data.frame(year = rep(the_year, nrow(held)), authority = held$authority,
        measure = rep(measure, nrow(held)), numerator = ifelse(known, numerator, NA),
        denominator = ifelse(known, denominator, NA), stringsAsFactors = FALSE), which(held$years_held > 0))
    }
    """#
}
