const en = {
  invited: "Invitation",
  cancelled: "Appointment called off",
  answered: "Answer to an invitation",
  proposed: "Another time is proposed",
  event: "Event",
  untitled: "Without a title",
  when: "When",
  where: "Where",
  organiser: "Organiser",
  repeats: "repeats",
  days: "{first} – {last}",
  said_accepted: "{who} will come",
  said_declined: "{who} will not come",
  said_tentative: "{who} may come",
  said_nothing: "{who} has answered",
  somebody: "The guest",
  businessCard: "Business card",
  phone: "Phone",
  email: "Mail",
  company: "Company",
  createContact: "Create a contact",
  notUnpacked:
    "Outlook packed the files of this letter into winmail.dat, and they could not be unpacked. Save it, or ask the sender to send the files as they are.",
};

export default en;
