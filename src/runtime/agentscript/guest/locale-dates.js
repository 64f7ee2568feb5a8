/**
 * Guest code: its text runs in the engine, before the script. It must not refer to anything outside of itself.
 * Dates and times as en-US has them, in UTC: toLocaleString, toLocaleDateString and toLocaleTimeString with the options that
 * agents use. Without options, the usual forms of four other locales.
 */
export function installLocaleDates(p) {
  const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
  const MONTHS = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ];
  const DATE = ['weekday', 'year', 'month', 'day'];
  const TIME = ['hour', 'minute', 'second'];
  const KNOWN = [...DATE, ...TIME, 'hour12', 'hourCycle', 'timeZone', 'timeZoneName', 'dateStyle', 'timeStyle'];
  const DATE_STYLES = {
    __proto__: null,
    full: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
    long: { year: 'numeric', month: 'long', day: 'numeric' },
    medium: { year: 'numeric', month: 'short', day: 'numeric' },
    short: { year: '2-digit', month: 'numeric', day: 'numeric' },
  };
  const TIME_STYLES = {
    __proto__: null,
    long: { hour: 'numeric', minute: '2-digit', second: '2-digit', timeZoneName: 'short' },
    medium: { hour: 'numeric', minute: '2-digit', second: '2-digit' },
    short: { hour: 'numeric', minute: '2-digit' },
  };
  const ADVICE = 'Write the date with toISOString(), or with getUTCFullYear() and its like.';

  const two = (value) => (value < 10 ? `0${value}` : `${value}`);
  const word = (name, width) => (width === 'long' ? name : name.slice(0, width === 'narrow' ? 1 : 3));
  const number = (value, width) => (width === '2-digit' ? two(value % 100) : `${value}`);
  const isNumber = (width) => width === 'numeric' || width === '2-digit';

  const dateText = (date, { weekday, year, month, day }) => {
    const y = year && number(date.getUTCFullYear(), year);
    const d = day && number(date.getUTCDate(), day);
    const w = weekday && word(DAYS[date.getUTCDay()], weekday);
    if (month === undefined || isNumber(month)) {
      if (month === undefined && d && w && !y) return `${d} ${w}`;
      const numbers = [month && number(date.getUTCMonth() + 1, month), d, y]
        .filter((part) => part !== undefined)
        .join('/');
      return [w, numbers].filter((part) => part !== undefined && part !== '').join(', ');
    }
    const m = word(MONTHS[date.getUTCMonth()], month);
    const monthAndDay = d === undefined ? m : `${m} ${d}`;
    const dated = y === undefined ? monthAndDay : d === undefined ? `${monthAndDay} ${y}` : `${monthAndDay}, ${y}`;
    return w === undefined ? dated : `${w}, ${dated}`;
  };
  const timeText = (date, { hour, minute, second, hour12, hourCycle, timeZoneName }) => {
    const parts = [];
    const is12 = hour12 ?? (hourCycle === undefined || hourCycle === 'h11' || hourCycle === 'h12');
    const hours = date.getUTCHours();
    if (hour !== undefined) {
      const shown = is12 ? hours % 12 || (hourCycle === 'h11' ? 0 : 12) : hours;
      parts.push(!is12 || hour === '2-digit' ? two(shown) : `${shown}`);
    }
    if (minute !== undefined)
      parts.push(
        hour === undefined && second === undefined
          ? number(date.getUTCMinutes(), 'numeric')
          : two(date.getUTCMinutes()),
      );
    if (second !== undefined) parts.push(minute === undefined ? `${date.getUTCSeconds()}` : two(date.getUTCSeconds()));
    const half = hour !== undefined && is12 ? ` ${hours < 12 ? 'AM' : 'PM'}` : '';
    return parts.join(':') + half + (timeZoneName === undefined ? '' : ' UTC');
  };
  const check = (options) => {
    for (const key of p.keys(options)) {
      if (options[key] !== undefined && !KNOWN.includes(key))
        throw new p.RangeError(`Dates do not know the option "${key}" here. ${ADVICE}`);
    }
    const { timeZone, timeZoneName, dateStyle, timeStyle } = options;
    if (timeZone !== undefined && !/^(?:Etc\/)?(?:UTC|GMT)$/i.test(timeZone))
      throw new p.RangeError(
        `Dates know the time zone UTC alone here. Add the hours of the zone you need: new Date(+date + 2 * 3600e3). ${ADVICE}`,
      );
    if (
      (timeZoneName !== undefined && timeZoneName !== 'short') ||
      (dateStyle !== undefined && !DATE_STYLES[dateStyle]) ||
      (timeStyle !== undefined && !TIME_STYLES[timeStyle])
    )
      throw new p.RangeError(`Dates do not know this option here. ${ADVICE}`);
  };
  const OTHERS = {
    __proto__: null,
    'en-GB': [(d) => `${two(d.getUTCDate())}/${two(d.getUTCMonth() + 1)}/${d.getUTCFullYear()}`, ', '],
    'en-CA': [(d) => d.toISOString().slice(0, 10)],
    'sv-SE': [(d) => d.toISOString().slice(0, 10), ' '],
    'de-DE': [(d) => `${d.getUTCDate()}.${d.getUTCMonth() + 1}.${d.getUTCFullYear()}`, ', '],
  };
  const otherText = (date, locale, wantsDate, wantsTime) => {
    const [day, gap] = OTHERS[locale];
    if (!wantsTime) return day(date);
    if (gap === undefined) return undefined;
    const time = date.toISOString().slice(11, 19);
    return wantsDate ? day(date) + gap + time : time;
  };
  /** Whatever fields are asked for; when none of its own is, a method shows all of its own. */
  const withDefaults = (options, wantsDate, wantsTime) => {
    const { dateStyle, timeStyle } = options;
    const styled = { ...options, ...(dateStyle && DATE_STYLES[dateStyle]), ...(timeStyle && TIME_STYLES[timeStyle]) };
    const has = (names) => names.some((name) => styled[name] !== undefined);
    if ((wantsDate && has(DATE)) || (wantsTime && has(TIME))) return styled;
    return {
      ...styled,
      ...(wantsDate && { year: 'numeric', month: 'numeric', day: 'numeric' }),
      ...(wantsTime && { hour: 'numeric', minute: '2-digit', second: '2-digit' }),
    };
  };
  const shows = (name, wantsDate, wantsTime) =>
    p.define(
      p.Date.prototype,
      name,
      {
        [name](locales, given) {
          if (+this !== +this) return 'Invalid Date';
          const options = given ?? {};
          check(options);
          const locale = `${p.isArray(locales) ? locales[0] : locales}`;
          const other =
            OTHERS[locale] && p.keys(options).every((key) => key === 'timeZone')
              ? otherText(this, locale, wantsDate, wantsTime)
              : undefined;
          if (other !== undefined) return other;
          const shown = withDefaults(options, wantsDate, wantsTime);
          const day = dateText(this, shown);
          const time = timeText(this, shown);
          const isWeekday =
            shown.weekday !== undefined &&
            shown.year === undefined &&
            shown.month === undefined &&
            shown.day === undefined;
          const gap = isWeekday ? ' ' : shown.month === 'long' ? ' at ' : ', ';
          return day === '' || time === '' ? day + time : day + gap + time;
        },
      }[name],
      false,
    );
  shows('toLocaleDateString', true, false);
  shows('toLocaleTimeString', false, true);
  shows('toLocaleString', true, true);
}
